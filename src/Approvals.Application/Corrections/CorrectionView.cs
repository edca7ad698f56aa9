using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Corrections;

/// <summary>The page on which what was returned is corrected.</summary>
public sealed class CorrectionView(CorrectionLoader loader, DocumentDescription documents, DueBadge badge, MessageCatalog texts)
{
    /// <summary>The correction, for whoever it waits for.</summary>
    public async Task<Result<CorrectionDto>> ReadAsync(Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(task, user, cancellationToken);
        return loaded.IsSuccess ? await DescribeAsync(loaded.Value, user, cancellationToken) : loaded.Error;
    }

    private async Task<CorrectionDto> DescribeAsync(LoadedCorrection correction, CurrentUser user, CancellationToken cancellationToken)
    {
        var (work, row, state) = (correction.Work, correction.Row, correction.State);
        var opinion = await OpinionAsync(correction, cancellationToken);
        var notes = opinion?.FieldNotes is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        var before = work.Forms.GetValueOrDefault(correction.Form.Id, FormData.Empty);
        var asked = correction.Task.Documents.IsEmpty ? correction.Task.Return?.Documents ?? [] : correction.Task.Documents;
        return new CorrectionDto(
            work.Case.Id.ToString(),
            work.Case.Number,
            opinion?.Text ?? "",
            work.StepName(row.ActivityId).In(user.Language),
            badge.Of(row.DueAt, row.YellowAt, row.Limit is not null, row.IsProvisional),
            FormDescription.Of(correction.Form, state, work.Service.Service, user.Language),
            FormStateDescription.Of(correction.Form, state, correction.Answers, texts, user.Language),
            [.. correction.Open ?? [.. state.Components.Where(c => c.Access == FieldAccess.Editable).Select(c => c.Path)]],
            [.. notes.Select(n => new FieldNoteDto(n.Key, n.Value))],
            FormStateDescription.Json(before.ToJson()),
            [.. asked.Select(t => new AskedDocumentDto(t, DocumentDescription.TypeName(work.Service.Package, t, user.Language), null))],
            await documents.OfAsync(correction.Documents, work.Service.Package, user.Language, cancellationToken),
            correction.Etag);
    }

    /// <summary>The opinion that asked for it, else the last one of its step.</summary>
    private static async Task<Opinion?> OpinionAsync(LoadedCorrection correction, CancellationToken cancellationToken)
    {
        var opinions = correction.Work.Context.Opinions.AsNoTracking().Where(o => o.CaseId == correction.Work.Case.Id);
        if (Guid.TryParse(correction.Task.Return?.Opinion, out var id) && await opinions.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is { } named)
        {
            return named;
        }

        return await opinions.Where(o => o.Outcome == "Correction" || o.Outcome == "Returned").OrderByDescending(o => o.At).FirstOrDefaultAsync(cancellationToken);
    }
}
