namespace Approvals.Application.Experts;

/// <summary>A draw of experts as it was made: all that is needed to repeat it. Written once, never changed.</summary>
public sealed class PanelDraw
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Id of the vote in the case.</summary>
    public required string Vote { get; init; }

    /// <summary>1, 2, … within the vote.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the case's event whose facts are the pool and the seed.</summary>
    public required int EventNumber { get; init; }

    public required string Seed { get; init; }

    /// <summary>How many seats were empty.</summary>
    public required int Seats { get; init; }

    /// <summary>Code of the field; null for every field.</summary>
    public string? Field { get; init; }

    /// <summary>The pool as it stood, in the order of the draw, as JSON: users, order, drawn, reasons.</summary>
    public required string Places { get; init; }

    public Guid? DrawnByUserId { get; init; }

    /// <summary>The opinion that says who drew and, at a further draw, why.</summary>
    public Guid? OpinionId { get; init; }

    public required DateTimeOffset At { get; init; }
}
