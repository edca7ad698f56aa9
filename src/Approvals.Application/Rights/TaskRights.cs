using Approvals.Application.Cases;
using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.Rights;

/// <summary>Who may see and do a task: its candidates, or whoever holds it.</summary>
public static class TaskRights
{
    /// <summary>The keys by which tasks reach the user, each with the service it is limited to, or null.</summary>
    public static IReadOnlyList<TaskKey> KeysOf(CurrentUser user) =>
        [new(CandidateKey.User(user.Id), null), .. user.Roles.SelectMany(KeysOf).Distinct()];

    /// <summary>Whether the task is the user's to do, for oneself or for somebody who is away.</summary>
    public static bool MayAct(CurrentUser user, TaskItem task) => MayActAsOneself(user, task) || StandInFor(user, task) is not null;

    /// <summary>
    /// For whom the user would act; null when it is the user's own to do, or nobody's whom the user stands in for. A seat in a panel, and
    /// what a party does, is nobody else's.
    /// </summary>
    public static StandIn? StandInFor(CurrentUser user, TaskItem task) =>
        user.StandsInFor.IsEmpty || MayActAsOneself(user, task) ? null : user.StandsInFor.FirstOrDefault(s => IsStoodIn(s, task) && MayActAsOneself(s.Principal, task));

    /// <summary>Whether a substitute sees a task of whom they act for.</summary>
    public static bool IsStoodIn(StandIn standIn, TaskItem task) =>
        standIn.Covers(task.ServiceCode) && IsOfAnOffice(task);

    /// <summary>Whether a task is an office's to do, not a party's or a voter's.</summary>
    public static bool IsOfAnOffice(TaskItem task) => StoodInKinds.Contains(task.Kind) || IsFormOfAnOffice(task);

    /// <summary>Whether a task is a form that an office fills in: it was offered to a role, and not as the one that acts for the applicant.</summary>
    public static bool IsFormOfAnOffice(TaskItem task) => task.Kind == nameof(TaskKind.Fill)
        && task.Candidates.Exists(c => CandidateKey.IsRole(c.Key)) && !task.Candidates.Exists(c => c.Key == CandidateKey.Party);

    /// <summary>Kinds of tasks that are always an office's.</summary>
    public static IReadOnlyList<string> StoodInKinds { get; } = TaskKinds.Names(TaskKinds.IsOfAnOffice);

    private static bool MayActAsOneself(CurrentUser user, TaskItem task) => task.State switch
    {
        TaskItemState.Claimed => task.OwnerUserId == user.Id,
        TaskItemState.Open => task.OwnerUserId == user.Id || (task.OwnerUserId is null && IsCandidate(user, task)),
        _ => false,
    };

    /// <summary>Whether the task was offered to the user.</summary>
    public static bool IsCandidate(CurrentUser user, TaskItem task) => IsNamed(user, task) || user.Roles.Any(grant => IsOffered(grant, task));

    /// <summary>Whether the user may open the task: it is offered to them, they held or did it, or they may read its case.</summary>
    public static bool MayRead(CurrentUser user, TaskItem task, Case @case) => Grounds(user, task).Any() || CaseRights.MayReadByRole(user, @case);

    /// <summary>Why the user opens the task, other than by reading its case.</summary>
    public static IEnumerable<AccessGround> Grounds(CurrentUser user, TaskItem task)
    {
        if (task.OwnerUserId == user.Id)
        {
            yield return new AccessGround(AccessKind.Holds) { Task = task };
        }

        if (task.ClosedByUserId == user.Id)
        {
            yield return new AccessGround(AccessKind.Did) { Task = task };
        }

        if (IsNamed(user, task))
        {
            yield return new AccessGround(AccessKind.Offered) { Task = task };
        }

        foreach (var grant in user.Roles.Where(g => IsOffered(g, task)))
        {
            yield return new AccessGround(AccessKind.Offered) { Task = task, Grant = grant };
        }

        foreach (var standIn in user.StandsInFor.Where(s => IsStoodIn(s, task) && (task.OwnerUserId == s.Principal.Id || IsCandidate(s.Principal, task))))
        {
            yield return new AccessGround(AccessKind.StandsIn) { Task = task, StandIn = standIn };
        }
    }

    /// <summary>
    /// Whether a task opens its whole case to who may read it; a vote does not, as its voters must not learn who applies, nor does a booking,
    /// whose provider is told what the booking needs and nothing else.
    /// </summary>
    public static bool OpensCase(TaskItem task) => !IsSecret(task.Kind) && task.Kind != nameof(TaskKind.Booking);

    /// <summary>Kinds of tasks whose doers must not learn who applies, nor others who does them.</summary>
    public static IReadOnlyList<string> SecretKinds { get; } = TaskKinds.Names(TaskKinds.IsSecret);

    /// <summary>Whether a task of this kind is done without learning who applies.</summary>
    public static bool IsSecret(string kind) => SecretKinds.Contains(kind);

    /// <summary>Whether the task opens its whole case to the user.</summary>
    public static bool MayReadCase(CurrentUser user, TaskItem task, Case @case) => OpensCase(task) && MayRead(user, task, @case);

    private static bool IsNamed(CurrentUser user, TaskItem task)
    {
        var key = CandidateKey.User(user.Id);
        return task.Candidates.Any(c => c.Key == key);
    }

    private static bool IsOffered(RoleGrant grant, TaskItem task)
    {
        var keys = KeysOf(grant).ToList();
        return task.Candidates.Any(c => keys.Exists(k => k.Key == c.Key && (k.Service is null || k.Service == c.ServiceCode)));
    }

    /// <summary>The keys that one assignment gives.</summary>
    internal static IEnumerable<TaskKey> KeysOf(RoleGrant grant) =>
        from organisation in Alternatives(grant.Organisation)
        from kind in grant.OrganisationKind is null ? [null] : new[] { null, grant.OrganisationKind }
        from region in organisation is null ? [grant.Region] : new[] { grant.Region, null }
        where region is not null || kind is null
        select new TaskKey(CandidateKey.Role(grant.Role, region, kind, organisation), grant.Service);

    private static Guid?[] Alternatives(Guid? organisation) => organisation is null ? [null] : [null, organisation];
}

/// <summary>A key by which tasks reach a user.</summary>
/// <param name="Key">See <see cref="CandidateKey"/>.</param>
/// <param name="Service">The service it is limited to, or null.</param>
public sealed record TaskKey(string Key, string? Service);
