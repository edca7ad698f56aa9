namespace Approvals.Application.Studio;

/// <summary>How a draft came from one revision to the next.</summary>
public enum DraftEditKind
{
    /// <summary>Somebody changed something.</summary>
    Edit,

    /// <summary>Somebody took a change of their own back.</summary>
    Undo,

    /// <summary>Somebody made a change again that they had taken back.</summary>
    Redo,

    /// <summary>Somebody brought an earlier state back.</summary>
    Restore,
}

/// <summary>A change of a draft: who, when, by which commands. What it did to the files lies beside it.</summary>
public sealed class DraftEdit
{
    public required Guid ServiceVersionId { get; init; }

    /// <summary>1, 2, 3, … within the draft.</summary>
    public required int Revision { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DraftEditKind Kind { get; init; }

    /// <summary>The commands as they came, JSON; empty of what has none.</summary>
    public required string Commands { get; init; }

    /// <summary>What it touches, JSON: another change that touches the same meets it.</summary>
    public required string Targets { get; init; }

    /// <summary>Made by the page for this one change; the same change sent twice is made once.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The change that an undo takes back or a redo makes again.</summary>
    public int? Of { get; init; }

    /// <summary>The undo that took it back; null while it stands.</summary>
    public int? TakenBackBy { get; set; }

    /// <summary>Whether its effect is part of the draft now, as far as nobody wrote over it.</summary>
    public bool Stands => Kind is DraftEditKind.Edit or DraftEditKind.Restore && TakenBackBy is null;
}

/// <summary>What a change did to one file.</summary>
public sealed class DraftEditFile
{
    public required Guid ServiceVersionId { get; init; }

    public required int Revision { get; init; }

    public required string Path { get; init; }

    /// <summary>The hash of its content before; null when it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>The hash of its content after; null when it is gone.</summary>
    public string? After { get; init; }
}

/// <summary>A content that a file of a draft had once, packed; each is kept once for each draft and goes with it.</summary>
public sealed class DraftContent
{
    public required Guid ServiceVersionId { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The content, compressed by Brotli.</summary>
    public required byte[] Packed { get; init; }
}

/// <summary>Who has a draft open, and where in it.</summary>
public sealed class DraftEditor
{
    public required Guid ServiceVersionId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The page, such as <c>forms</c>.</summary>
    public required string Place { get; set; }

    public required DateTimeOffset SeenAt { get; set; }
}
