namespace Approvals.Workflows;

/// <summary>Letters that an activity's <c>customProperties.approvals.letters</c> ties to its outcomes.</summary>
internal static class Letters
{
    public static void Send(StepRun run, ActivityNode node, ImmutableArray<string> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (node.Letters.TryGetValue(outcome, out var letter))
            {
                run.Effects.Add(new SendLetter(node.Id, letter));
            }
        }
    }
}
