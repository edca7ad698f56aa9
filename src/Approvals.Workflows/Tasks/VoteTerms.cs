using System.Globalization;

namespace Approvals.Workflows;

/// <summary>What a panel's vote asks for, evaluated.</summary>
/// <param name="Quorum">How many of the panel must vote.</param>
/// <param name="Pass">The share of those present that must be in favour: a fraction such as <c>2/3</c>, else a percentage.</param>
/// <param name="Rounds">How many rounds there are at most.</param>
/// <param name="Score">The mean of the scoring sheets that is needed besides; null means none.</param>
public sealed record VoteTerms(int Quorum, string Pass, int Rounds, decimal? Score)
{
    /// <summary>The terms of a vote under way.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="context">What expressions see.</param>
    /// <param name="activity">The vote.</param>
    /// <param name="panel">How many sit on the panel.</param>
    /// <returns>The terms; null when the activity is no vote or its shares cannot be told.</returns>
    public static VoteTerms? Of(WorkflowDefinition definition, WorkflowState state, StepContext context, string activity, int panel)
    {
        var program = definition.Program;
        var view = new RouteView(context, state.Variables, program.VariableNames.Values.ToHashSet(StringComparer.Ordinal));
        return program.Find(activity)?.Activity is Vote vote && view.TryValue(vote.Quorum, out var quorum) && view.TryValue(vote.Pass, out var pass)
            ? new VoteTerms(
                Enumerable.Range(0, panel + 1).FirstOrDefault(n => quorum.IsReachedBy(n, panel), panel),
                Text(pass),
                view.TryValue(vote.Rounds, out var rounds) ? rounds : 1,
                view.TryValue(vote.PassScore, out var score) ? score : null)
            : null;
    }

    private static string Text(Share share) => share.Denominator == 1
        ? (share.Numerator * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
        : $"{share.Numerator.ToString(CultureInfo.InvariantCulture)}/{share.Denominator.ToString(CultureInfo.InvariantCulture)}";
}
