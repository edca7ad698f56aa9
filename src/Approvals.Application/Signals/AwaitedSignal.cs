namespace Approvals.Application.Signals;

/// <summary>An event by name that a case waits for; a projection of the engine's bookmark, by which a signal finds its hearers.</summary>
public sealed class AwaitedSignal
{
    public required Guid CaseId { get; init; }

    /// <summary>The engine's id of the bookmark within the case.</summary>
    public required string BookmarkId { get; init; }

    public required string Name { get; init; }

    /// <summary>The case's word, by which signals to some cases only are told apart.</summary>
    public string? Correlation { get; set; }

    public required string CaseNumber { get; init; }
}
