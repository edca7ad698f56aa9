using Approvals.Application.Database;

namespace Approvals.Application.Children;

public enum ChildCaseState
{
    /// <summary>Asked for; the case is not there yet.</summary>
    Asked,
    Opened,
    Finished,
}

/// <summary>A case that another one started: written with the parent's step, before the child's own rows are there.</summary>
public sealed class ChildCase : IVersioned
{
    /// <summary>The child's id; it follows from the parent and the step that started it.</summary>
    public required Guid ChildCaseId { get; init; }

    public required Guid ParentCaseId { get; init; }

    /// <summary>The engine's id of the child within the parent.</summary>
    public required string Key { get; init; }

    public required string ActivityId { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>Whether the parent waits for its end.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>Whether it is cancelled when the parent ends first.</summary>
    public required bool EndsWithParent { get; init; }

    /// <summary>What its first form is prefilled with, as JSON, encrypted under the parent's key.</summary>
    public required byte[] Payload { get; init; }

    public required ChildCaseState State { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was told that it is not wanted any more.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    public int Version { get; set; }

    /// <summary>Where the payload belongs; it opens nowhere else.</summary>
    public static string Place(Guid child) => $"child:{child:N}";
}
