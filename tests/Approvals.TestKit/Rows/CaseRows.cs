using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Tasks;

namespace Approvals.TestKit.Rows;

/// <summary>Rows with everything required filled in, for tests that need some and do not care which.</summary>
public sealed class CaseRows(IIdSource ids, TimeProvider time)
{
    public const string Province = "220000";
    public const string City = "220100";
    public const string County = "220102";
    public const string CountyPath = "/220000/220100/220102/";
    public const string Service = "sample";

    private int _serial;

    public static LocalText Name { get; } = new("样例事项", "Sample service");

    public Case Case(string? number = null) => new()
    {
        Id = ids.Next(),
        Number = number ?? $"220102202603020100{++_serial:000}0",
        ServiceCode = Service,
        ServiceName = Name,
        ServiceVersionId = ids.Next(),
        ApplicantPersonId = ids.Next(),
        ApplicantMaskedName = "张*",
        FiledByUserId = ids.Next(),
        FiledBy = FiledBy.Applicant,
        RegionCode = County,
        RegionPath = CountyPath,
        KeyId = ids.Next(),
        State = "UnderReview",
        SubmittedAt = time.GetUtcNow(),
    };

    public static CaseState State(Case @case) => new() { CaseId = @case.Id, State = "{}" };

    /// <summary>The next event of a case, chained.</summary>
    public CaseEvent Event(Case @case, CaseState state, string type = "TaskCompleted", string @event = """{"task":"k1"}""") =>
        CaseEventChain.Append(state, new CaseEvent
        {
            CaseId = @case.Id,
            Number = state.EventCount + 1,
            Type = type,
            Event = @event,
            Facts = "[]",
            Effects = "[]",
            ServiceVersionId = @case.ServiceVersionId,
            EngineBehaviour = 1,
            ActorUserId = @case.FiledByUserId,
            At = time.GetUtcNow(),
            Today = DateOnly.FromDateTime(time.GetLocalNow().DateTime),
        });

    public TaskItem Task(Case @case, string candidateKey, DateTimeOffset? dueAt = null, string bookmark = "k1", string kind = "Review")
    {
        var id = ids.Next();
        return new TaskItem
        {
            Id = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            BookmarkId = bookmark,
            ActivityId = "review",
            Kind = kind,
            Round = 1,
            StepName = new LocalText("初审", "First review"),
            ServiceCode = @case.ServiceCode,
            ServiceName = @case.ServiceName,
            RegionCode = @case.RegionCode,
            RegionPath = @case.RegionPath,
            ApplicantMaskedName = @case.ApplicantMaskedName,
            State = TaskItemState.Open,
            ReceivedAt = time.GetUtcNow(),
            DueAt = dueAt,
            Candidates =
            [
                new TaskCandidate
                {
                    TaskId = id,
                    Key = candidateKey,
                    ServiceCode = @case.ServiceCode,
                    IsOpen = true,
                    DueAt = dueAt ?? TaskCandidate.NoLimit,
                    YellowAt = TaskCandidate.NoLimit,
                },
            ],
        };
    }

    public User User(string name = "reviewer") => new()
    {
        Id = ids.Next(),
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        Email = $"{name}@example.org",
        NormalizedEmail = $"{name}@example.org".ToUpperInvariant(),
        DisplayName = name,
        SecurityStamp = "stamp",
        CreatedAt = time.GetUtcNow(),
    };

    public Organisation Organisation(string uscc = "91220101MA0Y4K5Q2X", string kind = "employer") => new()
    {
        Id = ids.Next(),
        Uscc = uscc,
        Name = "样例科技有限公司",
        Kind = kind,
        RegionCode = County,
        RegionPath = CountyPath,
        CreatedAt = time.GetUtcNow(),
    };

    public ServiceVersion Version(string service = Service, int number = 1) => new()
    {
        Id = ids.Next(),
        ServiceCode = service,
        Number = number,
        Name = Name,
        State = ServiceVersionState.Published,
        EffectiveFrom = new DateOnly(2026, 1, 1),
        Hash = "0",
        CreatedAt = time.GetUtcNow(),
    };
}
