using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Forms;
using Approvals.Application.Inbox;
using Approvals.Application.Limits;

namespace Approvals.Application.WorkTasks;

/// <summary>What a task asks for.</summary>
public enum WorkKind
{
    /// <summary>Review: approve or reject.</summary>
    Review,

    /// <summary>Accept or decline an application.</summary>
    Accept,

    /// <summary>Fill in a form.</summary>
    Fill,

    /// <summary>Vote on a panel.</summary>
    Vote,

    /// <summary>Rule on an objection.</summary>
    Ruling,

    /// <summary>Give an opinion that a colleague asked for.</summary>
    Opinion,

    /// <summary>Draw the experts of a panel and convene it.</summary>
    Draw,

    /// <summary>Take the seat on a panel one was drawn for, or step aside.</summary>
    Invitation,
}

/// <summary>A task with all that is needed to decide it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Etag">To be sent with the act.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Case">The head of the case.</param>
/// <param name="Activity">The activity's id.</param>
/// <param name="ActivityName">Its name.</param>
/// <param name="ClaimedBy">Who has claimed it, or null.</param>
/// <param name="CanAct">Whether the reader may act.</param>
/// <param name="Why">Why not, or null.</param>
/// <param name="Answers">What was submitted, with differences.</param>
/// <param name="Decisions">What the rules say, and why.</param>
/// <param name="Timeline">The steps with opinions.</param>
/// <param name="Form">This step's own form, or null.</param>
/// <param name="FormState">Its state, or null.</param>
/// <param name="Acts">What can be done.</param>
/// <param name="Position">Where the task stands in the reader's list, or null.</param>
/// <param name="Panel">The panel of a vote, or null.</param>
/// <param name="Objections">The objections to rule on.</param>
/// <param name="Incident">What stopped the case, or null.</param>
/// <param name="Sharing">Who else takes part and how; null where nobody may know.</param>
/// <param name="StandsInFor">Who is away and whom the reader would act for, or null.</param>
public sealed record WorkTaskDto(
    string Id,
    string Etag,
    WorkKind Kind,
    CaseHeaderDto Case,
    string Activity,
    string ActivityName,
    ClaimantDto? ClaimedBy,
    bool CanAct,
    string? Why,
    WorkAnswersDto Answers,
    IReadOnlyList<DecisionDto> Decisions,
    IReadOnlyList<StepDto> Timeline,
    FormDto? Form,
    FormStateDto? FormState,
    IReadOnlyList<ActDto> Acts,
    PositionDto? Position,
    PanelDto? Panel,
    IReadOnlyList<ObjectionDto> Objections,
    string? Incident,
    SharingDto? Sharing,
    string? StandsInFor)
{
    /// <summary>Whether it is asked of somebody for whom a clerk filed, and the reader supplies it at the counter.</summary>
    public bool AtCounter { get; init; }

    /// <summary>What of the year that the case checks the employer has yet to confirm, for who checks it; else null.</summary>
    public ToConfirmDto? ToConfirm { get; init; }
}

/// <summary>Days of presence that an employer has yet to confirm; urging the case tells its agents.</summary>
/// <param name="Person">Whose ledger it is.</param>
/// <param name="Year">The year.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="ToldToday">Whether the agents were told today.</param>
public sealed record ToConfirmDto(string Person, int Year, int Entries, bool ToldToday);

/// <summary>The head of a case on a work page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Headline">What is asked for.</param>
/// <param name="Applicant">The applicant, masked; a placeholder where the step is anonymous.</param>
/// <param name="RevealPath">The path under which the reader may ask for the name in full, or null.</param>
/// <param name="State">The state's code.</param>
/// <param name="StateName">Its name.</param>
/// <param name="Round">Which round of this step it is, from 1.</param>
/// <param name="Employer">The employer, or null.</param>
/// <param name="Highlights">A few answers the service shows in lists.</param>
/// <param name="Due">The task's limit.</param>
/// <param name="SubmittedOn">The day of submission.</param>
/// <param name="Version">The version of the service.</param>
public sealed record CaseHeaderDto(
    string Id,
    string Number,
    string ServiceName,
    string Headline,
    string Applicant,
    string? RevealPath,
    string State,
    string StateName,
    int Round,
    string? Employer,
    IReadOnlyList<HighlightDto> Highlights,
    DueDto Due,
    DateOnly SubmittedOn,
    int Version)
{
    /// <summary>How many draws of its panels the reader may look at.</summary>
    public int Draws { get; init; }
}

/// <summary>Answers as a reviewer sees them.</summary>
/// <param name="Form">The form.</param>
/// <param name="Values">The answers as shown, identifiers masked.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Changes">What changed since the last round.</param>
/// <param name="ChangedPaths">The paths of these.</param>
/// <param name="Revealable">Masked paths that may be shown in full on request.</param>
public sealed record WorkAnswersDto(
    FormDto Form,
    IReadOnlyDictionary<string, JsonElement> Values,
    IReadOnlyList<DocumentDto> Documents,
    IReadOnlyList<FieldChangeDto> Changes,
    IReadOnlyList<string> ChangedPaths,
    IReadOnlyList<string> Revealable);

/// <summary>What a decision table says and why.</summary>
/// <param name="Decision">The decision's name in the package.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Outcome">Its outcome, as shown.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
/// <param name="Source">Where the rule comes from, or null.</param>
/// <param name="Matched">The conditions that were met.</param>
/// <param name="Others">The rules that did not decide.</param>
public sealed record DecisionDto(
    string Decision,
    string Name,
    string Outcome,
    string? Clause,
    string? Source,
    IReadOnlyList<ConditionDto> Matched,
    IReadOnlyList<OtherRuleDto> Others);

/// <summary>A condition in words.</summary>
/// <param name="Text">The condition.</param>
public sealed record ConditionDto(string Text);

/// <summary>A rule that did not decide.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Rule">Its number in that table, from 1.</param>
/// <param name="Title">It in words; empty when the table has none.</param>
/// <param name="Failed">What was not met.</param>
/// <param name="AlsoMatched">Whether it was met too but another came first.</param>
public sealed record OtherRuleDto(string Table, int Rule, string Title, IReadOnlyList<FailedConditionDto> Failed, bool AlsoMatched);

/// <summary>A condition that was not met.</summary>
/// <param name="Label">What was looked at.</param>
/// <param name="Why">Why it was not met.</param>
public sealed record FailedConditionDto(string Label, string Why);

/// <summary>Something that can be done with a task.</summary>
/// <param name="Act">
/// approve, reject, accept, decline, correct, return, transfer, delegate, takeBack, addSigner, removeSigner, askOpinion, give, copy, extend, stopClock,
/// resumeClock, done, vote, recuse, uphold, dismiss, or an own outcome.
/// </param>
/// <param name="Label">Its label.</param>
/// <param name="Primary">Whether it is the page's main button.</param>
/// <param name="Danger">Whether it is shown as grave.</param>
/// <param name="NeedsOpinion">Whether an opinion must be given.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="Targets">Where it can be returned to, or null.</param>
/// <param name="Fields">Fields that can be opened, or null.</param>
/// <param name="Documents">Documents that can be asked for, or null.</param>
/// <param name="People">People it can be passed to, or null.</param>
/// <param name="Conditional">Documents that may follow later, or null.</param>
/// <param name="Enabled">Whether it can be done now.</param>
/// <param name="Why">Why not, or null.</param>
/// <param name="Consequence">What happens then, or null.</param>
/// <param name="Picks">How many colleagues it asks for, who are searched by name.</param>
/// <param name="Places">When an added signer may sign, or null.</param>
/// <param name="Extension">How far a limit may be made longer, or null.</param>
/// <param name="Stays">Whether the task stays with whoever does it.</param>
public sealed record ActDto(
    string Act,
    string Label,
    bool Primary,
    bool Danger,
    bool NeedsOpinion,
    bool NeedsReason,
    IReadOnlyList<ReturnTargetDto>? Targets,
    IReadOnlyList<OpenableFieldDto>? Fields,
    IReadOnlyList<NamedDocumentDto>? Documents,
    IReadOnlyList<PersonChoiceDto>? People,
    IReadOnlyList<NamedDocumentDto>? Conditional,
    bool Enabled,
    string? Why,
    string? Consequence,
    PersonPick Picks,
    IReadOnlyList<SignerPlaceDto>? Places,
    ExtensionDto? Extension,
    bool Stays);

/// <summary>A step a case can be returned to.</summary>
/// <param name="Activity">The activity's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Applicant">Whether it is a step of the applicant, whose fields can be opened.</param>
public sealed record ReturnTargetDto(string Activity, string Name, bool Applicant);

/// <summary>A field that can be opened for correction.</summary>
/// <param name="Path">The field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Section">The section's heading.</param>
public sealed record OpenableFieldDto(string Path, string Label, string Section);

/// <summary>A type of document.</summary>
/// <param name="Type">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedDocumentDto(string Type, string Name);

/// <summary>A colleague.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name.</param>
/// <param name="Place">Region or organisation.</param>
public sealed record PersonChoiceDto(string Id, string Name, string Place);

/// <summary>Where a task stands in the reader's list.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Total">How many there are, up to 999.</param>
/// <param name="Previous">The task before, or null.</param>
/// <param name="Next">The task after, or null.</param>
/// <param name="After">The task that is opened once this one is done, or null.</param>
public sealed record PositionDto(int Index, int Total, string? Previous, string? Next, string? After);

/// <summary>A panel, without its tally.</summary>
/// <param name="Size">Members.</param>
/// <param name="Voted">How many have voted.</param>
/// <param name="Quorum">How many must vote for the vote to count.</param>
/// <param name="Pass">The share of those voting that must be in favour: a fraction or a percentage.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Rounds">How many rounds there are at most.</param>
/// <param name="Score">The mean score that is needed besides, or null.</param>
public sealed record PanelDto(int Size, int Voted, int Quorum, string Pass, int Round, int Rounds, decimal? Score);

/// <summary>An objection to a public notice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Who objects.</param>
/// <param name="Contact">How to reach them.</param>
/// <param name="Reason">Why.</param>
/// <param name="FiledAt">When.</param>
public sealed record ObjectionDto(string Id, string Number, string Name, string Contact, string Reason, DateTimeOffset FiledAt);

/// <summary>An act was done.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Next">The reader's next task, or null.</param>
public sealed record ActedDto(string CaseId, string? Next);

/// <summary>A masked answer in full.</summary>
/// <param name="Value">The answer.</param>
public sealed record RevealedDto(string Value);

/// <summary>A saved phrase.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The phrase.</param>
public sealed record PhraseDto(string Id, string Text);
