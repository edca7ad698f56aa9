using Approvals.Application.Forms;
using Approvals.Application.Limits;

namespace Approvals.Application.Statements;

/// <summary>A hearing that waits for the reader's statement or defence.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Due">Until when.</param>
/// <param name="HasForm">Whether it is made by filling in a form, as a correction is, instead of writing a text.</param>
/// <param name="Documents">What was uploaded for it so far.</param>
public sealed record StatementDto(string TaskId, string Step, DueDto Due, bool HasForm, IReadOnlyList<DocumentDto> Documents);
