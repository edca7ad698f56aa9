namespace Approvals.Application.Tasks;

/// <summary>What the row of an act says was done, where the act does not decide the step.</summary>
internal static class OpinionOutcomes
{
    internal const string Transferred = "Transferred";
    internal const string Recused = "Recused";
    internal const string Delegated = "Delegated";
    internal const string TakenBack = "TakenBack";
    internal const string Proposed = "Proposed";
    internal const string SignerAdded = "SignerAdded";
    internal const string SignerRemoved = "SignerRemoved";
    internal const string OpinionAsked = "OpinionAsked";
    internal const string Given = "Given";
    internal const string LimitExtended = "LimitExtended";
    internal const string ClockStopped = "ClockStopped";
    internal const string ClockResumed = "ClockResumed";
    internal const string Copied = "Copied";
    internal const string Reassigned = "Reassigned";
    internal const string Urged = "Urged";
    internal const string Drawn = "Drawn";

    /// <summary>Somebody who was drawn takes the seat, which decides the invitation.</summary>
    internal const string TakesPart = "TakesPart";

    private static readonly HashSet<string> Beside =
    [
        Transferred, Recused, Delegated, TakenBack, Proposed, SignerAdded, SignerRemoved, OpinionAsked, Given, LimitExtended, ClockStopped, ClockResumed,
        Copied, Reassigned, Urged, Drawn,
    ];

    /// <summary>Whether the act decided something, rather than bringing somebody in or changing a clock.</summary>
    internal static bool Decides(string outcome) => !Beside.Contains(outcome);
}
