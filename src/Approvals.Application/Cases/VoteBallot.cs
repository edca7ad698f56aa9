namespace Approvals.Application.Cases;

/// <summary>
/// One ballot of an anonymous round. It has no link to its voter and no time; its id is random, so that its
/// place in an index tells nothing.
/// </summary>
public sealed class VoteBallot
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string ActivityId { get; set; }

    public required int Round { get; init; }

    /// <summary>The round's key.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>Choice and scoring sheet as JSON, encrypted under the round's key.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Set on the rows rewritten in shuffled order when the vote closed.</summary>
    public bool IsShuffled { get; init; }
}
