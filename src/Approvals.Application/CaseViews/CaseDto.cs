using System.Text.Json;
using Approvals.Application.Cards;
using Approvals.Application.Forms;
using Approvals.Application.Limits;
using Approvals.Application.Statements;

namespace Approvals.Application.CaseViews;

/// <summary>Where a step stands.</summary>
public enum StepStatus
{
    /// <summary>Finished.</summary>
    Done,

    /// <summary>Under way.</summary>
    Current,

    /// <summary>Predicted.</summary>
    Coming,

    /// <summary>Left out.</summary>
    Skipped,
}

/// <summary>What the reader can do with a case now.</summary>
public enum CaseAction
{
    /// <summary>Take the application back.</summary>
    Withdraw,

    /// <summary>Ask whoever has it to hurry, once a day.</summary>
    Urge,

    /// <summary>Hand in documents promised before.</summary>
    Supply,

    /// <summary>Correct returned fields.</summary>
    Correct,

    /// <summary>Object to a public notice.</summary>
    Objection,

    /// <summary>Write a message.</summary>
    Message,

    /// <summary>Put the case at another step, as operators do.</summary>
    Move,
}

/// <summary>A case in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Service">The service's code.</param>
/// <param name="ServiceName">Its name.</param>
/// <param name="Headline">What is asked for, in a few words.</param>
/// <param name="State">The state's code.</param>
/// <param name="StateName">Its name.</param>
/// <param name="SubmittedOn">The day of submission.</param>
/// <param name="ExpectedOn">The expected last day, or null when finished.</param>
/// <param name="Provisional">Whether the calendar up to that day is not published yet.</param>
/// <param name="Result">granted, refused, notAccepted, withdrawn or terminated; null while it runs.</param>
/// <param name="ResultName">Its name.</param>
/// <param name="Steps">The steps in short.</param>
public sealed record CaseSummaryDto(
    string Id,
    string Number,
    string Service,
    string ServiceName,
    string Headline,
    string State,
    string StateName,
    DateOnly SubmittedOn,
    DateOnly? ExpectedOn,
    bool Provisional,
    string? Result,
    string? ResultName,
    IReadOnlyList<ShortStepDto> Steps);

/// <summary>A step in short.</summary>
/// <param name="Activity">The activity's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ShortStepDto(string Activity, string Name, StepStatus Status);

/// <summary>A step of a case's timeline, past, present or predicted.</summary>
/// <param name="Activity">The activity's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Round">Which time it is gone through, from 1.</param>
/// <param name="OrganisationName">Where it is worked on, or null.</param>
/// <param name="Actor">Who finished it, or has claimed it; null where the reader must not know.</param>
/// <param name="ReceivedAt">When it came, or null.</param>
/// <param name="FinishedAt">When it was finished, or null.</param>
/// <param name="ExpectedFrom">The day it is expected to begin, or null.</param>
/// <param name="ExpectedTo">The day it is expected to end at the latest, or null.</param>
/// <param name="Duration">How long it took, in words, or null.</param>
/// <param name="Outcome">The outcome's code, or null.</param>
/// <param name="OutcomeName">Its name, or null.</param>
/// <param name="Note">A sentence about it, or null.</param>
/// <param name="Opinion">The opinion given, or null.</param>
/// <param name="Limit">Its limit in words, or null.</param>
/// <param name="Due">Its limit as a badge, or null.</param>
/// <param name="ClockStopped">Whether it does not count towards the case's limit.</param>
/// <param name="Beside">The activities that run beside it, in parallel branches.</param>
/// <param name="Lines">What happened within it besides one decision, oldest first.</param>
public sealed record StepDto(
    string Activity,
    string Name,
    StepStatus Status,
    int Round,
    string? OrganisationName,
    string? Actor,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? FinishedAt,
    DateOnly? ExpectedFrom,
    DateOnly? ExpectedTo,
    string? Duration,
    string? Outcome,
    string? OutcomeName,
    string? Note,
    string? Opinion,
    string? Limit,
    DueDto? Due,
    bool ClockStopped,
    IReadOnlyList<string> Beside,
    IReadOnlyList<StepLineDto> Lines)
{
    /// <summary>A step of which only the name is known.</summary>
    internal static StepDto Of(string activity, string name) =>
        new(activity, name, StepStatus.Coming, 1, null, null, null, null, null, null, null, null, null, null, null, null, null, false, [], []);
}

/// <summary>One thing that happened within a step.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it; null where the reader must not know.</param>
/// <param name="Act">Its code, such as <c>Delegated</c> or <c>SignerAdded</c>.</param>
/// <param name="Text">What, in words.</param>
/// <param name="Opinion">What was written about it, or null.</param>
/// <param name="Decides">Whether it decides the step or a part of it.</param>
public sealed record StepLineDto(DateTimeOffset At, string? Actor, string Act, string Text, string? Opinion, bool Decides);

/// <summary>A case as its applicant, or staff who may read it, see it.</summary>
/// <param name="Summary">The head.</param>
/// <param name="EmployerName">The employer, or null.</param>
/// <param name="Timeline">Done, current and coming steps.</param>
/// <param name="DueExplanation">How the last day comes about, or null when nothing runs.</param>
/// <param name="Answers">What was submitted.</param>
/// <param name="Letters">Letters sent.</param>
/// <param name="Result">The result, once there is one.</param>
/// <param name="Promised">Documents that are still to follow.</param>
/// <param name="Messages">Messages, oldest first.</param>
/// <param name="Actions">What the reader can do now.</param>
/// <param name="UrgedToday">Whether today's urging is used.</param>
/// <param name="Tasks">What waits for the reader.</param>
/// <param name="Statement">The hearing that waits for the reader, or null.</param>
/// <param name="EntitlementIds">What was granted.</param>
/// <param name="Related">The case that started it and those it started, which the reader may open.</param>
/// <param name="HasPlace">Whether it has, or had, a place in a waiting list.</param>
/// <param name="Etag">The case's version.</param>
public sealed record CaseDto(
    CaseSummaryDto Summary,
    string? EmployerName,
    IReadOnlyList<StepDto> Timeline,
    DueExplanationDto? DueExplanation,
    AnswersDto Answers,
    IReadOnlyList<LetterLinkDto> Letters,
    CaseResultDto? Result,
    IReadOnlyList<PromisedDocumentDto> Promised,
    IReadOnlyList<MessageDto> Messages,
    IReadOnlyList<CaseAction> Actions,
    bool UrgedToday,
    IReadOnlyList<OwnTaskDto> Tasks,
    StatementDto? Statement,
    IReadOnlyList<string> EntitlementIds,
    IReadOnlyList<RelatedCaseDto> Related,
    bool HasPlace,
    string Etag)
{
    /// <summary>How many draws of its panels the reader may look at.</summary>
    public int Draws { get; init; }
}

/// <summary>How a last day comes about.</summary>
/// <param name="Lines">The parts, in order.</param>
/// <param name="Text">The whole in one sentence.</param>
/// <param name="Note">Why the steps ahead may end later than that day, or null when they do not.</param>
public sealed record DueExplanationDto(IReadOnlyList<DueLineDto> Lines, string Text, string? Note);

/// <summary>One part of a limit.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Amount">How much, in words.</param>
/// <param name="Until">The day it ends, or null.</param>
public sealed record DueLineDto(string Label, string Amount, DateOnly? Until);

/// <summary>What was submitted, with identifiers masked.</summary>
/// <param name="Form">The form.</param>
/// <param name="Values">The answers as shown, by key.</param>
/// <param name="Documents">The documents.</param>
public sealed record AnswersDto(FormDto Form, IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyList<DocumentDto> Documents);

/// <summary>A letter in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the package.</param>
/// <param name="Title">Its title.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record LetterLinkDto(string Id, string Name, string Title, DateTimeOffset SentAt);

/// <summary>A letter.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Html">Its text, sanitised.</param>
/// <param name="Number">Its number, or null.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="CaseId">The case it belongs to.</param>
/// <param name="Authority">Who issued it.</param>
/// <param name="IssuedOn">The day on it.</param>
/// <param name="SealSvg">The picture of the seal (SVG).</param>
/// <param name="QrSvg">The address of the page that checks it as a QR code (SVG).</param>
/// <param name="VerifyUrl">That address.</param>
/// <param name="Pdf">Whether it can be had as PDF.</param>
/// <param name="Deliveries">How it reached its recipient.</param>
/// <param name="MayHandOver">Whether the reader may record that it was picked up.</param>
public sealed record LetterDto(
    string Id,
    string Title,
    string Html,
    string? Number,
    DateTimeOffset SentAt,
    string CaseId,
    string Authority,
    DateOnly IssuedOn,
    string SealSvg,
    string QrSvg,
    string VerifyUrl,
    bool Pdf,
    IReadOnlyList<Letters.DeliveryDto> Deliveries,
    bool MayHandOver);

/// <summary>The result of a case.</summary>
/// <param name="Outcome">granted, refused, notAccepted, withdrawn or terminated.</param>
/// <param name="Title">It in words.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Clauses">The clauses it rests on.</param>
/// <param name="Remedies">What one can do against it.</param>
/// <param name="LetterId">The letter that says so, or null.</param>
/// <param name="Cards">What was granted.</param>
public sealed record CaseResultDto(
    string Outcome,
    string Title,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<ClauseDto> Clauses,
    IReadOnlyList<string> Remedies,
    string? LetterId,
    IReadOnlyList<CardDto> Cards);

/// <summary>A clause.</summary>
/// <param name="Clause">Where it stands.</param>
/// <param name="Text">What it says.</param>
public sealed record ClauseDto(string Clause, string Text);

/// <summary>A document that is to follow.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">The type's name.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Due">The badge.</param>
public sealed record PromisedDocumentDto(string Type, string Name, DateOnly? DueOn, DueDto Due);

/// <summary>A message on a case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Who wrote it; staff are shown by office.</param>
/// <param name="FromKind">Applicant or staff.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
/// <param name="Mine">Whether the reader wrote it.</param>
public sealed record MessageDto(string Id, string From, SignIn.UserKind FromKind, DateTimeOffset At, string Text, bool Mine);

/// <summary>A task that waits for the reader of a case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Title">What to do.</param>
/// <param name="Action">What kind of work it is.</param>
/// <param name="Due">Its limit.</param>
public sealed record OwnTaskDto(string Id, string Activity, string Title, OwnAction Action, DueDto Due);

/// <summary>What submitting answers.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ExpectedOn">The expected last day, or null.</param>
/// <param name="Receipt">The receipt's letter id, or null.</param>
/// <param name="Route">The predicted route.</param>
public sealed record SubmittedDto(string CaseId, string Number, DateOnly? ExpectedOn, string? Receipt, IReadOnlyList<StepDto> Route);
