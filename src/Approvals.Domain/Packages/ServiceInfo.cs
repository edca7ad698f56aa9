using Approvals.Domain.Numbers;

namespace Approvals.Domain.Packages;

/// <summary>A service (事项) as <c>service.json</c> describes it; docs/service-packages.md says what each property means.</summary>
public sealed record ServiceInfo
{
    /// <summary>Letters, digits and hyphens; scopes every id of the package.</summary>
    public required string Code { get; init; }

    /// <summary>Two digits, unique among services; part of case numbers.</summary>
    public required string Number { get; init; }

    public required LocalText Name { get; init; }

    public LocalText? Summary { get; init; }

    /// <summary>The guide page, markdown.</summary>
    public LocalText? Guide { get; init; }

    public LocalText? Category { get; init; }

    public int Order { get; init; }

    public ServiceNature Nature { get; init; } = ServiceNature.Other;

    public Authority? Authority { get; init; }

    public ImmutableArray<ApplicantKind> Applicants { get; init; } = [ApplicantKind.Person];

    /// <summary>Whether anybody applies for it; where nobody does, its cases are opened by others, such as a duty whose day has come.</summary>
    public bool IsAppliedFor => !Applicants.IsEmpty;

    public ImmutableArray<OnBehalf> OnBehalf { get; init; } = [];

    public ImmutableArray<LegalBasis> LegalBasis { get; init; } = [];

    public ServiceLimits Limits { get; init; } = new();

    public ClockRules Clock { get; init; } = new();

    public ImmutableArray<DocumentDemand> Documents { get; init; } = [];

    public ImmutableArray<ResultDocument> Results { get; init; } = [];

    /// <summary>What this service calls its results, by result; the platform's words stand for those it does not name.</summary>
    public ImmutableSortedDictionary<string, LocalText> ResultWords { get; init; } = ImmutableSortedDictionary<string, LocalText>.Empty;

    public RegionScope Regions { get; init; } = new();

    public ImmutableArray<EntitlementKind> Entitlements { get; init; } = [];

    public ImmutableArray<ObligationRule> Obligations { get; init; } = [];

    /// <summary>Reminders of this service's own, beside the platform's.</summary>
    public ImmutableArray<Reminders.ReminderRule> Reminders { get; init; } = [];

    /// <summary>
    /// The decision that says how many days of presence a year asks for: from <c>year</c> to <c>threshold</c> and <c>unit</c>, days or
    /// workdays. Of a service that checks such a duty.
    /// </summary>
    public string? Presence { get; init; }

    /// <summary>What a public notice may show.</summary>
    public ImmutableArray<PublicField> PublicFields { get; init; } = [];

    /// <summary>The check before applying.</summary>
    public Eligibility? Eligibility { get; init; }

    public SameThing SameThing { get; init; } = new(SameThingMode.Service);

    public CaseNumberFormat CaseNumber { get; init; } = CaseNumberFormat.Default;

    /// <summary>First day of version 1.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day of a trial policy.</summary>
    public DateOnly? ValidUntil { get; init; }

    public ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    public ImmutableArray<Remedy> Remedies { get; init; } = [];

    /// <summary>Levels that this service grants, best first.</summary>
    public ImmutableArray<ServiceLevel> Levels { get; init; } = [];

    /// <summary>Texts for letters and pages, <c>term.&lt;key&gt;</c>.</summary>
    public ImmutableSortedDictionary<string, LocalText> Terms { get; init; } = ImmutableSortedDictionary<string, LocalText>.Empty;

    /// <summary>Figures for tables and expressions, <c>setting.&lt;key&gt;</c>.</summary>
    public FeelContext Settings { get; init; } = FeelContext.Empty;

    /// <summary>Where figures come from, or what staff must replace.</summary>
    public LocalText? Source { get; init; }

    public Retention? Retention { get; init; }

    /// <summary>Kinds of entitlement on which relatives rest that this service registers: without one of them the registration ends.</summary>
    public ImmutableArray<string> RelativesDependOn { get; init; } = [];

    /// <summary>The name of a kind of entitlement as others see it: <c>&lt;service&gt;/&lt;kind&gt;</c>; one with a slash is another service's.</summary>
    public string ScopedKind(string kind) => kind.Contains('/', StringComparison.Ordinal) ? kind : $"{Code}/{kind}";

    /// <summary>The entitlement kind of this service by its bare or scoped name.</summary>
    public EntitlementKind? Entitlement(string kind) => Entitlements.FirstOrDefault(e => ScopedKind(e.Kind) == ScopedKind(kind));
}

/// <summary>What kind of act the service is; it switches clock, silence, extension and remedy.</summary>
public enum ServiceNature
{
    /// <summary>行政确认.</summary>
    Confirmation,

    /// <summary>公共服务.</summary>
    PublicService,

    /// <summary>行政给付.</summary>
    Payment,

    /// <summary>行政许可.</summary>
    Licence,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Who may apply.</summary>
public enum ApplicantKind
{
    Person,
    Organisation,
}

/// <summary>Who may file for the applicant.</summary>
public enum OnBehalf
{
    Employer,
    Mandate,
    Guardian,
    Counter,
}

/// <summary>Who decides.</summary>
public sealed record Authority(LocalText Name, LocalText? Phone, LocalText? Address);

/// <summary>What the service rests on.</summary>
public sealed record LegalBasis(string Id, LocalText Title, LocalText? Clause, string? Url, LocalText? Source);

/// <summary>The limits of the whole case.</summary>
public sealed record ServiceLimits
{
    /// <summary>法定时限.</summary>
    public StatedLimit? Statutory { get; init; }

    /// <summary>承诺时限, at most the statutory one.</summary>
    public StatedLimit? Promised { get; init; }

    /// <summary>Delivery of a granting decision.</summary>
    public StatedLimit? Deliver { get; init; }

    /// <summary>The applicant's time for a correction.</summary>
    public StatedLimit? Correction { get; init; }

    /// <summary>By how much the limit may be extended.</summary>
    public StatedLimit? Extension { get; init; }
}

/// <summary>A limit with its source.</summary>
public sealed record StatedLimit(Limit Limit, LocalText? Source, LocalText? Note);

/// <summary>When the clock of the case starts.</summary>
public enum ClockStart
{
    Acceptance,
    Receipt,
}

/// <summary>What the authority's silence means.</summary>
public enum Silence
{
    None,
    Accepted,
    Escalates,

    /// <summary>What exists stays valid until decided.</summary>
    StaysValid,

    /// <summary>What exists is renewed, as the law has it for licences.</summary>
    Renews,
}

/// <summary>What the law of this nature says about the clock.</summary>
public sealed record ClockRules
{
    public ClockStart StartsOn { get; init; } = ClockStart.Acceptance;

    /// <summary>Activity ids or types whose time does not count.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    public Silence Silence { get; init; } = Silence.None;
}

/// <summary>A document that a grant produces.</summary>
public sealed record ResultDocument(string Type, LocalText Name, string? Letter, LocalText? Note);

/// <summary>Where the service is offered.</summary>
public sealed record RegionScope
{
    /// <summary>Region codes whose subtrees are served; empty: everywhere.</summary>
    public ImmutableArray<string> Roots { get; init; } = [];

    /// <summary>Levels of offices that take part, such as county, city, province.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The level at which a case starts.</summary>
    public FeelOr<string>? StartLevel { get; init; }
}

/// <summary>A yearly duty that comes with an entitlement.</summary>
/// <param name="OpensOn"><c>MM-dd</c> of each year.</param>
/// <param name="Months">How many months a year somebody has to be there; absent where days are not counted.</param>
/// <param name="Once">Whether it is checked once, and not every year.</param>
public sealed record ObligationRule(string Type, LocalText? Name, string CheckService, string OpensOn, int? Months, LocalText? Note, bool Once = false);

/// <summary>A field that a public notice may show.</summary>
public sealed record PublicField(string Path, LocalText Label, Identifiers.MaskKind Mask);

/// <summary>The check before applying: a form's answers go to a decision.</summary>
public sealed record Eligibility(string Form, string Decision, ImmutableSortedDictionary<string, FeelExpression> Inputs, string? Result);

/// <summary>What counts as "the same thing".</summary>
public enum SameThingMode
{
    /// <summary>One open application of this service for each applicant.</summary>
    Service,

    /// <summary>One for each value of the key.</summary>
    Key,

    /// <summary>Any number.</summary>
    None,
}

/// <summary>A second open application for the same thing is stopped.</summary>
public sealed record SameThing(SameThingMode Mode, FeelExpression? Key = null);

/// <summary>What a guarantee says.</summary>
public enum GuaranteeKind
{
    Precedes,
    Never,
    DistinctPeople,
    CanEnd,

    /// <summary>The target happens at most once in a case; <c>Correction</c> is the act of asking for one.</summary>
    AtMostOnce,

    /// <summary>Whoever reaches the target is sent a letter that reads the names in <c>by</c>.</summary>
    Tells,
}

/// <summary>What must hold for every run of the flow.</summary>
public sealed record Guarantee(
    string Id, LocalText Text, GuaranteeKind Kind, ImmutableArray<string> Target, ImmutableArray<string> By, int? MinWorkingDays)
{
    /// <summary>Whether it is for a service, told from <c>service.nature</c>, <c>service.entitlements</c> and <c>service.publicFields</c>; null means always.</summary>
    public FeelExpression? When { get; init; }

    /// <summary>Where it comes from.</summary>
    public LocalText? Source { get; init; }
}

/// <summary>What a party may do against a refusal.</summary>
public sealed record Remedy(string Kind, int Length, string Unit, LocalText? Authority, LocalText? Source);

/// <summary>A level that the service grants.</summary>
public sealed record ServiceLevel(string Code, LocalText Name, LocalText? Note);

/// <summary>How long a file is kept.</summary>
public sealed record Retention(int Years, string? Class, LocalText? Note);
