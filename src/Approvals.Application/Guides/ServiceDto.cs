using Approvals.Application.Forms;

namespace Approvals.Application.Guides;

/// <summary>A service in a list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is, in a sentence.</param>
/// <param name="Promised">The promised limit in words.</param>
/// <param name="OpenCases">How many cases of it the reader has running.</param>
/// <param name="DraftId">The reader's draft, or null.</param>
/// <param name="Available">Whether the reader can apply now.</param>
/// <param name="Why">Why not, or null.</param>
public sealed record ServiceCardDto(
    string Code, string Name, string Summary, string Promised, int OpenCases, string? DraftId, bool Available, string? Why);

/// <summary>All one needs to know before applying.</summary>
/// <param name="Code">The service's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Who">Who may apply.</param>
/// <param name="LegalBasis">The clauses it rests on.</param>
/// <param name="Nature">What kind of act it is, in words.</param>
/// <param name="Limits">The limits.</param>
/// <param name="Documents">The documents asked for.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Results">What one gets.</param>
/// <param name="Faq">Questions and answers.</param>
/// <param name="Eligibility">A few questions that tell whether one fits, or null.</param>
/// <param name="CanApply">Whether the reader can apply now.</param>
/// <param name="Why">Why not, or null.</param>
/// <param name="OpenCase">The reader's open case for the same thing, or null.</param>
/// <param name="DraftId">The reader's draft, or null.</param>
public sealed record ServiceGuideDto(
    string Code,
    string Name,
    string Summary,
    IReadOnlyList<string> Who,
    IReadOnlyList<LegalBasisDto> LegalBasis,
    string Nature,
    GuideLimitsDto Limits,
    IReadOnlyList<GuideDocumentDto> Documents,
    IReadOnlyList<GuideStepDto> Steps,
    IReadOnlyList<string> Results,
    IReadOnlyList<FaqDto> Faq,
    FormDto? Eligibility,
    bool CanApply,
    string? Why,
    OpenCaseDto? OpenCase,
    string? DraftId);

/// <summary>A clause a service rests on.</summary>
/// <param name="Title">The act or policy.</param>
/// <param name="Clause">Where in it.</param>
/// <param name="Text">What it says, or null.</param>
public sealed record LegalBasisDto(string Title, string? Clause, string? Text);

/// <summary>The limits of a service, in words.</summary>
/// <param name="Statutory">By law.</param>
/// <param name="Promised">Promised by the authority.</param>
/// <param name="Notes">What does not count, and the like.</param>
public sealed record GuideLimitsDto(string Statutory, string Promised, IReadOnlyList<string> Notes);

/// <summary>A document that is asked for.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether it must be handed in.</param>
/// <param name="Formats">Allowed formats.</param>
/// <param name="MaxSizeMb">The largest file, in MB.</param>
/// <param name="Copies">How many copies, or null.</param>
/// <param name="Note">More about it, or null.</param>
/// <param name="Conditional">Whether it may follow later against a pledge.</param>
/// <param name="Template">The address of a template, or null.</param>
public sealed record GuideDocumentDto(
    string Type,
    string Name,
    bool Required,
    IReadOnlyList<string> Formats,
    int MaxSizeMb,
    string? Copies,
    string? Note,
    bool Conditional,
    string? Template);

/// <summary>A step of a service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Who">Who acts.</param>
/// <param name="Limit">Its limit in words, or null.</param>
public sealed record GuideStepDto(string Name, string Who, string? Limit);

/// <summary>A question and its answer.</summary>
/// <param name="Q">The question.</param>
/// <param name="A">The answer as HTML without anything that could run.</param>
public sealed record FaqDto(string Q, string A);

/// <summary>The reader's open case for the same thing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
public sealed record OpenCaseDto(string Id, string Number);

/// <summary>Whether one fits, by the same decision tables that decide a case.</summary>
/// <param name="Outcome">The decision's outcome.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
/// <param name="Text">It in words.</param>
/// <param name="Matched">The rules that were met.</param>
/// <param name="Failed">The rules that were not.</param>
/// <param name="Better">The nearest better answer and what is missing for it, or null.</param>
/// <param name="State">What is wrong with the answers; a question left open has no outcome.</param>
public sealed record EligibilityDto(
    string? Outcome,
    string? Clause,
    string Text,
    IReadOnlyList<RuleTextDto> Matched,
    IReadOnlyList<RuleTextDto> Failed,
    BetterOutcomeDto? Better,
    FormStateDto State);

/// <summary>The nearest better answer.</summary>
/// <param name="Outcome">The decision's outcome.</param>
/// <param name="Text">It in words.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
/// <param name="Missing">What would have to be otherwise, each with the clause it rests on.</param>
public sealed record BetterOutcomeDto(string Outcome, string Text, string? Clause, IReadOnlyList<RuleTextDto> Missing);

/// <summary>A rule in words.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
public sealed record RuleTextDto(string Text, string? Clause);
