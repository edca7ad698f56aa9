using Approvals.Application.Database;

namespace Approvals.Application.Calendars;

/// <summary>How far a revision has come to open due dates.</summary>
public enum RevisionState
{
    /// <summary>Loaded; no open due date was looked at yet.</summary>
    Waiting,

    /// <summary>Open due dates are being moved.</summary>
    Moving,

    /// <summary>
    /// All were moved. They are gone through once more, a little later: a node that had not heard of the revision yet may have written a
    /// due date meanwhile.
    /// </summary>
    Settling,

    /// <summary>Every open due date rests on it.</summary>
    Moved,

    /// <summary>A newer one came before it was through, and moves what was left.</summary>
    Superseded,
}

/// <summary>A notice that was loaded: whose days are in force from then on for its year, and how far its move of due dates is.</summary>
public sealed class CalendarRevision : IVersioned
{
    public required int Number { get; init; }

    public required int Year { get; init; }

    /// <summary>Which notice it is, in the words of its file.</summary>
    public string? Source { get; init; }

    /// <summary>The notice's own number.</summary>
    public string? Notice { get; init; }

    public string? FileName { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Null where the product loaded it at its start, or somebody with the command line.</summary>
    public Guid? LoadedByUserId { get; init; }

    public string? LoadedByName { get; init; }

    public required int DaysOff { get; init; }

    public required int WorkDays { get; init; }

    /// <summary>How many days are worked now that were off before, or the other way round.</summary>
    public required int ChangedDays { get; init; }

    /// <summary>The earliest day that may make a due date another; null where nothing changes.</summary>
    public DateOnly? FirstDay { get; set; }

    public required RevisionState State { get; set; }

    /// <summary>The kind of due date and the last row that was looked at; null at the start.</summary>
    public string? Cursor { get; set; }

    public long Looked { get; set; }

    public long Moved { get; set; }

    /// <summary>Due dates that stayed and are no longer provisional, or became so.</summary>
    public long Confirmed { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What has a due date.</summary>
public enum DateKind
{
    /// <summary>A case's promised limit.</summary>
    Case,

    /// <summary>A case's statutory limit.</summary>
    Statutory,

    /// <summary>A task.</summary>
    Task,

    /// <summary>Something a case waits for.</summary>
    Timer,

    /// <summary>A public notice.</summary>
    Notice,

    /// <summary>Getting in touch about a complaint or a bad rating.</summary>
    Contact,

    /// <summary>Answering a complaint or a bad rating.</summary>
    Answer,

    /// <summary>Deciding a request about personal data.</summary>
    DataRequest,
}

/// <summary>A due date that a revision moved; written with the move itself.</summary>
public sealed class DueDateMove
{
    public required int Revision { get; init; }

    public required DateKind Kind { get; init; }

    /// <summary>The case, task, timer, … whose date it is.</summary>
    public required Guid RowId { get; init; }

    /// <summary>The case it belongs to; null for a request about personal data.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The first instant that was late before.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant that is late now.</summary>
    public required DateTimeOffset To { get; set; }

    public required DateTimeOffset At { get; init; }
}
