using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>The words callers use for acts, and the outcomes they stand for.</summary>
public static class TaskOutcomes
{
    public const string Upheld = "Upheld";
    public const string Dismissed = "Dismissed";
    public const string Correction = "Correction";

    private static readonly Dictionary<string, string> ByAct = new(StringComparer.Ordinal)
    {
        ["approve"] = "Approved",
        ["reject"] = "Rejected",
        ["accept"] = "Accepted",
        ["decline"] = "Declined",
        ["done"] = "Done",
        ["submit"] = "Done",
        ["vote"] = "Voted",
        ["give"] = OpinionOutcomes.Given,
        ["uphold"] = Upheld,
        ["dismiss"] = Dismissed,
        ["takePart"] = "TakesPart",
        ["convene"] = "Convened",
    };

    /// <summary>The outcome of an act on a task; null when the task does not offer it.</summary>
    public static string? Of(TaskBookmark task, string act, bool promises)
    {
        var outcome = ByAct.GetValueOrDefault(act) ?? act;
        outcome = outcome == "Accepted" && promises ? "AcceptedConditionally" : outcome;
        return outcome != Correction && task.Outcomes.Contains(outcome) ? outcome : null;
    }

    /// <summary>Whether an outcome turns something down, so that a reason must be given.</summary>
    public static bool IsNegative(string outcome) => outcome is "Rejected" or "Declined";

    /// <summary>Whether an outcome says nothing without an opinion.</summary>
    public static bool NeedsOpinion(string outcome) => IsNegative(outcome) || outcome == OpinionOutcomes.Given;
}
