using System.Text.Json;
using Approvals.Application.Forms;
using Approvals.Application.Limits;

namespace Approvals.Application.CaseViews;

/// <summary>The page on which an applicant corrects what was returned.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Why it was returned.</param>
/// <param name="By">Which office returned it.</param>
/// <param name="Due">Until when to answer.</param>
/// <param name="Form">The form with the returned fields and their surroundings.</param>
/// <param name="State">The answers so far.</param>
/// <param name="Open">The paths that may be changed.</param>
/// <param name="Notes">The reviewer's notes by path.</param>
/// <param name="OldValues">What was submitted before, by key.</param>
/// <param name="Documents">Documents asked for.</param>
/// <param name="Uploaded">Documents uploaded so far.</param>
/// <param name="Etag">To be sent with the next change.</param>
public sealed record CorrectionDto(
    string CaseId,
    string Number,
    string Reason,
    string By,
    DueDto Due,
    FormDto Form,
    FormStateDto State,
    IReadOnlyList<string> Open,
    IReadOnlyList<FieldNoteDto> Notes,
    IReadOnlyDictionary<string, JsonElement> OldValues,
    IReadOnlyList<AskedDocumentDto> Documents,
    IReadOnlyList<DocumentDto> Uploaded,
    string Etag);

/// <summary>A reviewer's note on a field.</summary>
/// <param name="Path">The field.</param>
/// <param name="Note">The note.</param>
public sealed record FieldNoteDto(string Path, string Note);

/// <summary>A document that is asked for.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Note">Why, or null.</param>
public sealed record AskedDocumentDto(string Type, string Name, string? Note);
