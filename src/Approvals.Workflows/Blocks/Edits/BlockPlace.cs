namespace Approvals.Workflows;

/// <summary>Where a block goes in: on the way that leaves an activity by an outcome.</summary>
/// <param name="After">The activity it comes after; null only for the first block of an empty flow, or one that nothing leads to yet.</param>
/// <param name="Port">The outcome; null for the one that the main way takes.</param>
/// <param name="Target">Where the way leads now; null for every way of the outcome.</param>
public sealed record BlockPlace(string? After, string? Port = null, string? Target = null);

/// <summary>A part of a flowchart that is put in, taken out or copied as one.</summary>
/// <param name="Activities">Its activities; the first one is entered.</param>
/// <param name="Connections">The connections that leave its activities, but those that lead on.</param>
/// <param name="Exits">The connections that lead on to what follows; their targets are set when it is put in.</param>
internal sealed record FlowPiece(ImmutableArray<ActivityDefinition> Activities, ImmutableArray<Connection> Connections, ImmutableArray<Connection> Exits)
{
    public string Entry => Activities[0].Id;

    public bool Holds(string id) => Activities.Any(a => a.Id == id);
}
