namespace Approvals.Workflows;

/// <summary>Turns a list of participants, already evaluated, into candidates. Users appear once, in the order given.</summary>
internal static class ParticipantResolver
{
    /// <summary>Role of whoever acts for an employer.</summary>
    private const string EmployerAgent = "EmployerAgent";

    /// <summary>Role of whoever stands in when nobody fits.</summary>
    private const string Lead = "Lead";

    public static ImmutableArray<Candidate> Resolve(ActivityContext context, FeelValue participants)
    {
        var entries = participants.TryGetList(out var list) ? list : participants.IsNull ? Enumerable.Empty<FeelValue>() : [participants];
        return [.. entries.SelectMany(entry => One(context, entry)).Distinct()];
    }

    /// <summary>The leads of the places where the given participants would be.</summary>
    public static ImmutableArray<Candidate> Leads(ActivityContext context, ImmutableArray<Candidate> instead)
    {
        var roles = instead.OfType<RoleCandidate>().Select(r => Candidate.OfRole(Lead, r.Region ?? Region(context), r.OrganisationKind, null, r.Service));
        return [.. roles.DefaultIfEmpty(Candidate.OfRole(Lead, Region(context), null, null, Service(context))).Distinct()];
    }

    /// <summary>Everybody a list of candidates stands for; role holders are asked for.</summary>
    public static ImmutableArray<string> Users(ActivityContext context, ImmutableArray<Candidate> candidates) =>
        [.. candidates.SelectMany(c => c is RoleCandidate role ? Holders(context, role, null) : [((UserCandidate)c).Id]).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether anybody is left who may act.</summary>
    public static bool AnyoneFits(ActivityContext context, ImmutableArray<Candidate> candidates, ImmutableArray<string> barred) => candidates.Any(c =>
        c is RoleCandidate role ? Holders(context, role, barred.Length + 1).Any(u => !barred.Contains(u)) : !barred.Contains(((UserCandidate)c).Id));

    private static ImmutableArray<string> Holders(ActivityContext context, RoleCandidate role, int? atMost) =>
        context.Ask(new RoleHolders(role, atMost)) is UsersAnswer answer ? answer.Users : [];

    private static IEnumerable<Candidate> One(ActivityContext context, FeelValue entry)
    {
        if (!entry.TryGetContext(out var participant))
        {
            return Users(entry);
        }

        return ValueReaders.Plain(participant["kind"]) switch
        {
            "role" => Role(context, participant),
            "users" => Users(participant["users"]),
            "applicant" => Applicant.Id(context.Run.Context.Data) is { } applicant ? [Candidate.OfUser(applicant)] : [],
            "employerAgent" => Agent(context),
            "field" => Users(participant["path"]),
            "expression" => Users(participant["value"]),
            "previousActor" => Rounds.Of(context.Run, context.Named(ValueReaders.Plain(participant["activity"]) ?? "")).Actors.Select(Candidate.OfUser),
            "manager" => Manager(context, ValueReaders.Plain(participant["of"])),
            var kind => Unknown(context, kind),
        };
    }

    private static IEnumerable<Candidate> Role(ActivityContext context, FeelContext participant)
    {
        var role = ValueReaders.Plain(participant["role"]);
        var level = ValueReaders.Plain(participant["level"]);
        var region = level is null ? ValueReaders.Plain(participant["region"]) : Applicant.Case(context.Run.Context.Data, level);
        var organisation = ValueReaders.Plain(participant["organisation"]);
        if (role is not null && level is null && region is null && organisation is not null)
        {
            // An organisation is one wherever it is; its kind says nothing more.
            return [Candidate.OfRole(role, null, null, organisation, Service(context))];
        }

        if (role is null || region is null)
        {
            context.Fail("workflow.noRegion", ("role", role ?? "?"), ("level", level ?? "region"));
            return [];
        }

        return [Candidate.OfRole(
            role, region, ValueReaders.Plain(participant["organisationKind"]), organisation, Service(context))];
    }

    private static Candidate[] Agent(ActivityContext context)
    {
        var employer = context.Run.Context.Data["case"].TryGetContext(out var own) && own["employer"].TryGetContext(out var found)
            ? ValueReaders.Plain(found["uscc"])
            : null;
        return employer is null ? [] : [Candidate.OfRole(EmployerAgent, null, null, employer)];
    }

    private static IEnumerable<Candidate> Manager(ActivityContext context, string? of) =>
        of is not null && context.Ask(new ManagerOf(of)) is UsersAnswer answer ? answer.Users.Select(Candidate.OfUser) : [];

    private static IEnumerable<Candidate> Users(FeelValue value) =>
        ValueReaders.Texts(value, out var users) ? users.Select(Candidate.OfUser) : [];

    private static Candidate[] Unknown(ActivityContext context, string? kind)
    {
        context.Fail("workflow.unknownParticipant", ("kind", kind ?? "null"));
        return [];
    }

    private static string? Service(ActivityContext context) => Applicant.Case(context.Run.Context.Data, "service");

    private static string? Region(ActivityContext context) => Applicant.Case(context.Run.Context.Data, "region");
}
