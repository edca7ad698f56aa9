using System.Text.Json;
using Approvals.Application.Paging;

namespace Approvals.Application.Forms;

/// <summary>A form, ready to be drawn.</summary>
/// <param name="Id">The form's id in its package.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record FormDto(string Id, string Title, IReadOnlyList<FormSectionDto> Sections);

/// <summary>A section of a form.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Help">A sentence under the heading, or null.</param>
/// <param name="Components">What stands in it.</param>
public sealed record FormSectionDto(string Key, string Label, string? Help, IReadOnlyList<ComponentDto> Components);

/// <summary>A field or a text of a form.</summary>
/// <param name="Key">The field's key; texts have one too.</param>
/// <param name="Type">
/// textfield, textarea, number, checkbox, checklist, radio, select, date, daterange, text, group, dynamiclist, table, filepicker,
/// expression, person or consent.
/// </param>
/// <param name="Label">Its label.</param>
/// <param name="Help">What to enter, or null.</param>
/// <param name="Purpose">What the answer is used for, or null.</param>
/// <param name="Sensitive">Whether the answer is sensitive personal data.</param>
/// <param name="Personal">Whether the answer is personal data.</param>
/// <param name="Required">Whether an answer must be given while the field is visible.</param>
/// <param name="ReadOnly">Whether the answer can not be changed here.</param>
/// <param name="Unit">The unit behind a number, or null.</param>
/// <param name="Min">The smallest number, or null.</param>
/// <param name="Max">The largest number, or null.</param>
/// <param name="MaxLength">The longest text, or null.</param>
/// <param name="Placeholder">An example, or null.</param>
/// <param name="Options">Choices, or null when there are none or they come from a list.</param>
/// <param name="List">The named list to search (GET /api/lists/{name}), or null.</param>
/// <param name="Components">Fields of a group or of one row of a list, or null.</param>
/// <param name="MinItems">The fewest rows, or null.</param>
/// <param name="MaxItems">The most rows, or null.</param>
/// <param name="Document">What may be uploaded, for a filepicker.</param>
/// <param name="Width">full or half of the line.</param>
/// <param name="Text">HTML of a text, sanitised, or null.</param>
/// <param name="Suggest">What to suggest while typing: <c>employers</c> (GET /api/employers), or null.</param>
public sealed record ComponentDto(
    string Key,
    string Type,
    string Label,
    string? Help,
    string? Purpose,
    bool Sensitive,
    bool Personal,
    bool Required,
    bool ReadOnly,
    string? Unit,
    decimal? Min,
    decimal? Max,
    int? MaxLength,
    string? Placeholder,
    IReadOnlyList<OptionDto>? Options,
    string? List,
    IReadOnlyList<ComponentDto>? Components,
    int? MinItems,
    int? MaxItems,
    DocumentRuleDto? Document,
    string Width,
    string? Text,
    string? Suggest);

/// <summary>What may be uploaded at a place.</summary>
/// <param name="Type">The document's type.</param>
/// <param name="Formats">Allowed formats, such as <c>pdf</c>.</param>
/// <param name="MaxSizeMb">The largest file, in MB.</param>
/// <param name="MaxCount">The most files.</param>
/// <param name="Conditional">Whether it may follow later against a pledge.</param>
/// <param name="Template">The address of a template to fill in, or null.</param>
public sealed record DocumentRuleDto(
    string Type, IReadOnlyList<string> Formats, int MaxSizeMb, int MaxCount, bool Conditional, string? Template);

/// <summary>How far a section is.</summary>
public enum SectionStatus
{
    /// <summary>Nothing entered.</summary>
    Empty,

    /// <summary>Something is missing.</summary>
    Partial,

    /// <summary>All that is needed is there.</summary>
    Complete,

    /// <summary>Something entered is wrong.</summary>
    Error,
}

/// <summary>What the server says about the answers: the one evaluator of visibility, computation and checks.</summary>
/// <param name="Values">The answers by key.</param>
/// <param name="Hidden">Paths of what is not shown.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Computed">Computed values by path.</param>
/// <param name="Options">Choices that depend on the answers, by path.</param>
/// <param name="Sections">How far each section is.</param>
public sealed record FormStateDto(
    IReadOnlyDictionary<string, JsonElement> Values,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<FormErrorDto> Errors,
    IReadOnlyDictionary<string, JsonElement> Computed,
    IReadOnlyDictionary<string, IReadOnlyList<OptionDto>> Options,
    IReadOnlyList<SectionStateDto> Sections);

/// <summary>One error of a form.</summary>
/// <param name="Path">The field, such as <c>achievements[0].date</c>.</param>
/// <param name="Message">What to do.</param>
/// <param name="Section">The section it stands in.</param>
public sealed record FormErrorDto(string Path, string Message, string Section);

/// <summary>The state of one section.</summary>
/// <param name="Key">The section.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Errors">How many errors stand in it.</param>
public sealed record SectionStateDto(string Key, SectionStatus Status, int Errors);

/// <summary>A field that two sets of answers differ in.</summary>
/// <param name="Path">The field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Old">What it was, as shown; null when there was nothing.</param>
/// <param name="New">What it is, as shown; null when there is nothing.</param>
public sealed record FieldChangeDto(string Path, string Label, string? Old, string? New);

/// <summary>An uploaded document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="TypeName">The type's name.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">The media type found in its content.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="Status">Always <c>ok</c>: a file that fails a check is not kept.</param>
/// <param name="Verdict">What a reviewer ticked, or null.</param>
public sealed record DocumentDto(
    string Id,
    string Type,
    string TypeName,
    string Name,
    long Size,
    string ContentType,
    DateTimeOffset UploadedAt,
    string Status,
    DocumentVerdictDto? Verdict);

/// <summary>What a reviewer ticked on a document.</summary>
/// <param name="Ok">Whether it will do.</param>
/// <param name="Reason">Why not, or null.</param>
public sealed record DocumentVerdictDto(bool Ok, string? Reason);

/// <summary>An application in preparation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="ServiceName">Its name.</param>
/// <param name="Version">The version of the service the form belongs to.</param>
/// <param name="Form">The form.</param>
/// <param name="State">The answers and what the server says about them.</param>
/// <param name="Documents">What was uploaded.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="Etag">To be sent with the next change.</param>
/// <param name="ChangedSince">What changed in the service since the draft was opened, or null.</param>
public sealed record DraftDto(
    string Id,
    string Service,
    string ServiceName,
    int Version,
    FormDto Form,
    FormStateDto State,
    IReadOnlyList<DocumentDto> Documents,
    DateTimeOffset SavedAt,
    string Etag,
    IReadOnlyList<string>? ChangedSince);

/// <summary>What saving answers.</summary>
/// <param name="State">What the server says about the answers.</param>
/// <param name="Etag">To be sent with the next change.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record SavedDto(FormStateDto State, string Etag, DateTimeOffset SavedAt);
