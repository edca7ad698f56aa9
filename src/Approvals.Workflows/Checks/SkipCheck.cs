namespace Approvals.Workflows;

/// <summary>The outcome by which an operator may leave a step that people decide: one with a way on that decides nothing itself.</summary>
internal static class SkipCheck
{
    /// <summary>Under which name the definition gives it.</summary>
    public const string Name = "onSkip";

    private static readonly ImmutableArray<string> Decisions = [Review.Approved, Review.Rejected, "Accepted", "Declined", "Passed", "Failed", "NoObjection", "Objection"];

    /// <summary>Whether people decide there, for or against whoever applied.</summary>
    public static bool Decides(Activity activity) => activity is Review or Vote or Accept or PublicNotice;

    public static IEnumerable<Problem> Of(ActivityNode node)
    {
        if (ActivityTexts.Own(node.Definition, Name) is not { } outcome)
        {
            yield break;
        }

        if (Decides(node.Activity) && Decisions.Contains(outcome))
        {
            yield return Problem("workflow.check.skipDecides", node, outcome);
        }
        else if (node.Parent?.Activity.HasWay(node.Id, [outcome]) != true)
        {
            yield return Problem("workflow.check.skipNowhere", node, outcome);
        }
    }

    private static Problem Problem(string code, ActivityNode node, string outcome) =>
        new Problem(code, Severity.Error, node.Id, $"{node.Definition.Path}.customProperties.approvals.{Name}").With("outcome", outcome);
}
