namespace Approvals.Workflows;

/// <summary>What the draw of a panel asks for, evaluated.</summary>
/// <param name="Field">Code of the experts' field; null for every field.</param>
/// <param name="Number">How many sit on the panel; from 1.</param>
/// <param name="Minimum">How many must take part before it can be convened; from 1, at most <paramref name="Number"/>.</param>
/// <param name="Employer">Path of an answer that names a further employer of the applicant; null where none does.</param>
public sealed record DrawTerms(string? Field, int Number, int Minimum, string? Employer)
{
    /// <summary>The terms of a draw under way.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="context">What expressions see.</param>
    /// <param name="activity">The vote.</param>
    /// <returns>The terms; null when the activity draws nobody or they cannot be told.</returns>
    public static DrawTerms? Of(WorkflowDefinition definition, WorkflowState state, StepContext context, string activity)
    {
        var program = definition.Program;
        var view = new RouteView(context, state.Variables, program.VariableNames.Values.ToHashSet(StringComparer.Ordinal));
        return program.Find(activity)?.Activity is Vote { Drawn: { IsUsed: true } drawn } && view.TryValue(drawn.Terms, out var terms) ? Read(terms) : null;
    }

    /// <summary>An expert of a pool with what the case itself knows beside what the pool says.</summary>
    /// <param name="member">The expert.</param>
    /// <param name="memory">Where the vote stands.</param>
    /// <param name="applicant">Id of the applicant.</param>
    public static PoolMember Exclude(PoolMember member, VoteMemory memory, string? applicant)
    {
        var draw = memory.Draw ?? new DrawMemory();
        (bool Holds, string Reason)[] own =
        [
            (applicant == member.User, DrawReasons.Applicant),
            (memory.Panel.Contains(member.User) || draw.Invited.Contains(member.User), DrawReasons.Seated),
            (draw.SteppedAside.Contains(member.User), DrawReasons.SteppedAside),
            (draw.NoAnswer.Contains(member.User), DrawReasons.NoAnswer),
        ];
        var reasons = member.Reasons.Concat(own.Where(o => o.Holds).Select(o => o.Reason));
        return member with { Reasons = [.. reasons.Distinct().OrderBy(r => DrawReasons.All.IndexOf(r))] };
    }

    /// <summary>Reads what a definition's expression gives; null when the number is none.</summary>
    internal static DrawTerms? Read(FeelContext terms)
    {
        if (!ValueReaders.Whole(terms["number"], out var number) || number < 1)
        {
            return null;
        }

        var minimum = ValueReaders.Whole(terms["minimum"], out var least) ? least : number;
        return new DrawTerms(ValueReaders.Plain(terms["field"]), number, Math.Max(1, Math.Min(minimum, number)), ValueReaders.Plain(terms["employer"]));
    }
}
