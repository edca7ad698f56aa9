using Approvals.Application.Limits;
using Approvals.Application.Paging;

namespace Approvals.Application.Inbox;

/// <summary>The tabs of the inbox.</summary>
public enum InboxTab
{
    /// <summary>To do.</summary>
    Todo,

    /// <summary>Done by the reader.</summary>
    Done,

    /// <summary>Cases the reader started.</summary>
    Started,

    /// <summary>Running cases copied to the reader.</summary>
    Copied,

    /// <summary>What the reader has begun and not submitted.</summary>
    Drafts,
}

/// <summary>What somebody has begun and not submitted.</summary>
public enum InboxDraft
{
    /// <summary>An application of one's own.</summary>
    Application,

    /// <summary>An application filed for somebody at the counter.</summary>
    AtCounter,

    /// <summary>An application filed for an employer.</summary>
    ForEmployer,

    /// <summary>A correction, or something else that a case waits for.</summary>
    Correction,

    /// <summary>The same, for somebody at the counter.</summary>
    CorrectionAtCounter,
}

/// <summary>Something worth knowing about a task before opening it.</summary>
public enum InboxMark
{
    /// <summary>The applicant asked to hurry.</summary>
    Urged,

    /// <summary>Corrected and back.</summary>
    Corrected,

    /// <summary>Accepted with documents to follow.</summary>
    Conditional,

    /// <summary>Came back from a later step.</summary>
    Returned,

    /// <summary>Several people decide together.</summary>
    Countersign,

    /// <summary>For somebody who is away.</summary>
    Substitute,

    /// <summary>Set aside until an added signer has signed.</summary>
    SetAside,
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
/// <param name="Counts">How many rows each tab has.</param>
/// <param name="Lights">How many tasks to do show each light.</param>
/// <param name="Filters">The choices of the filters.</param>
public sealed record InboxDto(
    IReadOnlyList<InboxRowDto> Items, string? Next, InboxCountsDto Counts, InboxLightsDto Lights, InboxFiltersDto Filters);

/// <summary>Counts of the tabs.</summary>
/// <param name="Todo">To do.</param>
/// <param name="Done">Done.</param>
/// <param name="Started">Started.</param>
/// <param name="Copied">Copied.</param>
/// <param name="Drafts">Begun and not submitted.</param>
public sealed record InboxCountsDto(CountDto Todo, CountDto Done, CountDto Started, CountDto Copied, CountDto Drafts);

/// <summary>Counts of the lights among the tasks to do.</summary>
/// <param name="Red">Last day or overdue.</param>
/// <param name="Yellow">Little time left.</param>
/// <param name="Green">In time.</param>
/// <param name="Paused">Clock stopped.</param>
public sealed record InboxLightsDto(int Red, int Yellow, int Green, int Paused);

/// <summary>The choices of the filters.</summary>
/// <param name="Services">Services.</param>
/// <param name="Activities">Steps.</param>
/// <param name="Regions">Regions.</param>
public sealed record InboxFiltersDto(
    IReadOnlyList<OptionDto> Services, IReadOnlyList<OptionDto> Activities, IReadOnlyList<OptionDto> Regions);

/// <summary>A task in the inbox.</summary>
/// <param name="TaskId">The task; the case's id on the tabs of cases started and copied; of an application in preparation the draft's.</param>
/// <param name="CaseId">The case; empty for an application in preparation.</param>
/// <param name="Number">Its number; empty for an application in preparation.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Applicant">The applicant's name, masked where the step is anonymous.</param>
/// <param name="Employer">The employer, or null.</param>
/// <param name="Highlights">A few answers the service shows in lists.</param>
/// <param name="Activity">The activity's id.</param>
/// <param name="ActivityName">Its name.</param>
/// <param name="Due">Its limit.</param>
/// <param name="DueOn">The last day, or null.</param>
/// <param name="ClaimedBy">Who has claimed it, or null.</param>
/// <param name="Marks">What is worth knowing.</param>
/// <param name="Progress">How many of those asked have decided, such as <c>1/2</c>, or null.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="FinishedAt">When it was finished, or null.</param>
/// <param name="OutcomeName">With which outcome, or null.</param>
/// <param name="For">Who is away and for whom the reader would do it, or null.</param>
/// <param name="Batchable">Whether the step may be decided for several cases at once.</param>
/// <param name="Etag">To be sent when it is decided with others; empty on the tabs of cases.</param>
/// <param name="Draft">What has been begun, on the tab of drafts; null on others.</param>
public sealed record InboxRowDto(
    string TaskId,
    string CaseId,
    string Number,
    string ServiceName,
    string Applicant,
    string? Employer,
    IReadOnlyList<HighlightDto> Highlights,
    string Activity,
    string ActivityName,
    DueDto Due,
    DateOnly? DueOn,
    ClaimantDto? ClaimedBy,
    IReadOnlyList<InboxMark> Marks,
    string? Progress,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FinishedAt,
    string? OutcomeName,
    string? For,
    bool Batchable,
    string Etag,
    InboxDraft? Draft = null);

/// <summary>An answer the service shows in lists.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value.</param>
public sealed record HighlightDto(string Label, string Value);

/// <summary>Who has claimed a task.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name.</param>
/// <param name="Me">Whether it is the reader.</param>
public sealed record ClaimantDto(string Id, string Name, bool Me);

/// <summary>A task was claimed.</summary>
/// <param name="TaskId">The task; null when nothing was left to claim.</param>
public sealed record ClaimedDto(string? TaskId);
