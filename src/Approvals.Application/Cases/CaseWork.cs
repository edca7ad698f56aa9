using System.Collections.Immutable;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Dictionaries;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.Webhooks;
using Approvals.Domain.Calendars;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>
/// One case loaded to take events: its rows tracked by one context, its submissions opened. What steps lead to is prepared
/// here and written in one transaction by <see cref="CaseStepper"/>.
/// </summary>
public sealed class CaseWork
{
    private ServiceSnapshot _service = null!;

    public required ApprovalsDbContext Context { get; init; }

    public required Vault Vault { get; init; }

    public required IIdSource Ids { get; init; }

    public required AuditLog Audit { get; init; }

    public required CaseSerials Serials { get; init; }

    public required OutboxWriter Outbox { get; init; }

    /// <summary>The services in force.</summary>
    public required ServiceCatalog Catalog { get; init; }

    /// <summary>Where cases may send requests.</summary>
    public OutsideHosts Hosts { get; init; } = OutsideHosts.None;

    /// <summary>Whether letters go by text message, too.</summary>
    public bool SendsSms { get; init; }

    /// <summary>Whose cases somebody wants to be told of; null where nobody is told, as in a simulation.</summary>
    public WebhookOwners? Webhooks { get; init; }

    /// <summary>What steps are told instead of what is read, where a past case is played again.</summary>
    public RecordedFacts Told { get; init; } = RecordedFacts.None;

    public required Case Case { get; init; }

    /// <summary>The row of the state; its version is what the transaction is optimistic about.</summary>
    public required CaseState Row { get; init; }

    /// <summary>What administrators keep beside the choices of packages.</summary>
    public required DictionariesInForce KeptChoices { get; init; }

    /// <summary>The version the case follows.</summary>
    public required ServiceSnapshot Service { get => _service; init => _service = value; }

    public required ApplicantFile Applicant { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Who acts; null for the system.</summary>
    public CurrentUser? By { get; init; }

    /// <summary>The instant of everything in this transaction.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The unified social credit code of the employer the case names.</summary>
    public string? Uscc { get; init; }

    /// <summary>The state as it is now, events of this transaction included.</summary>
    public WorkflowState State { get; internal set; } = WorkflowState.New;

    /// <summary>The latest answers to each form.</summary>
    public Dictionary<string, FormData> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an event of this transaction brought answers.</summary>
    internal bool HasNewAnswers { get; set; }

    /// <summary>The tasks that are not done, and those of this transaction.</summary>
    public List<TaskItem> Tasks { get; } = [];

    /// <summary>The pending timers, and those that fired for a step that stands still.</summary>
    public List<CaseTimer> Timers { get; } = [];

    /// <summary>The activities that finished in this transaction, in order.</summary>
    public List<string> Executed { get; } = [];

    /// <summary>Events that the effects of a step call for, in the same transaction.</summary>
    internal Queue<WorkflowEvent> Following { get; } = new();

    /// <summary>The day of <see cref="Now"/>.</summary>
    public DateOnly Today => Calendar.DayOf(Now);

    /// <summary>The key of everything sensitive in the case.</summary>
    public Guid KeyId => Case.KeyId;

    /// <summary>The case follows another version from now on.</summary>
    internal void Follow(ServiceSnapshot service) => (_service, Case.ServiceVersionId) = (service, service.VersionId);

    /// <summary>What expressions see.</summary>
    public FeelContext Data => CaseContext.Of(
        CaseContext.Case(Case, Uscc, State, Calendar), Applicant.ToFeel(Today), Forms, Service.Package);

    /// <summary>The choices that forms of the case name.</summary>
    public ImmutableDictionary<string, ImmutableArray<FormOption>> Dictionaries => KeptChoices.Of(Service, Today);

    /// <summary>What people call an activity.</summary>
    public LocalText StepName(string activity) => Service.Package.Workflow.Activity(activity)?.DisplayName ?? new LocalText(activity, activity);

    /// <summary>A step context with the given facts.</summary>
    public StepContext StepContext(FactSet facts) => new()
    {
        Instant = Now, Today = Today, Data = Data, Facts = facts, Decisions = Service.Package.Decisions,
    };

    /// <summary>What a form of the case looks at.</summary>
    public FormScope FormScope => new()
    {
        Now = Now,
        Today = Today,
        Case = CaseContext.Case(Case, Uscc, State, Calendar).With("workdays", CaseContext.Workdays(Calendar, Today)),
        Applicant = Applicant.ToFeel(Today),
        Settings = Service.Service.Settings,
        Lists = Dictionaries,
    };
}
