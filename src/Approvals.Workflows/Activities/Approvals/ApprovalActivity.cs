namespace Approvals.Workflows;

/// <summary>What the approval activities have in common.</summary>
internal abstract class ApprovalActivity : Activity
{
    public override bool KeepsRounds => true;

    public override bool NeedsBranch => true;

    public override bool Waits => true;

    /// <summary>Stops the case's clock where the definition says so.</summary>
    protected void BeginClock(ActivityContext context)
    {
        if (Clock is not null && context.Value(Clock) == "stopped")
        {
            context.StopClock();
        }
    }

    /// <summary>Who takes part; an incident when that is nobody.</summary>
    protected static ImmutableArray<Candidate> Somebody(ActivityContext context, ImmutableArray<Candidate> candidates, ImmutableArray<string> barred)
    {
        if (!context.Stuck && !ParticipantResolver.AnyoneFits(context, candidates, barred) && !context.Stuck)
        {
            context.Fail("workflow.nobodyFits", ("candidates", string.Join("; ", candidates.Select(Describe))));
        }

        return candidates;
    }

    /// <summary>Nobody decides own case.</summary>
    protected static ImmutableArray<string> OwnCase(ActivityContext context) => Applicant.Id(context.Run.Context.Data) is { } id ? [id] : [];

    /// <summary>Who applies, as a candidate.</summary>
    protected static ImmutableArray<Candidate> TheApplicant(ActivityContext context) => [.. OwnCase(context).Select(Candidate.OfUser)];

    private static string Describe(Candidate candidate) => candidate switch
    {
        RoleCandidate role => string.Join(" ", new[] { role.Role, role.Region, role.OrganisationKind, role.Organisation }.OfType<string>()),
        UserCandidate user => user.Id,
        _ => "",
    };
}
