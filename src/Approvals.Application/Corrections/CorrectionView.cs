using System.Collections.Immutable;
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
            Returned(FormDescription.Of(correction.Form, state, work.Service.Service, user.Language), correction.Open),
            FormStateDescription.Of(correction.Form, state, correction.Answers, texts, user.Language),
            [.. correction.Open ?? [.. state.Components.Where(c => c.Access == FieldAccess.Editable).Select(c => c.Path)]],
            [.. notes.Select(n => new FieldNoteDto(n.Key, n.Value))],
            FormStateDescription.Json(before.ToJson()),
            [.. asked.Select(t => new AskedDocumentDto(t, DocumentDescription.TypeName(work.Service.Package, t, user.Language), null))],
            await documents.OfAsync(correction.Documents, work.Service.Package, user.Language, cancellationToken),
            correction.Etag);
    }

    /// <summary>Only what is open: nobody looks for three fields among sixty.</summary>
    private static FormDto Returned(FormDto form, ImmutableArray<string>? open) => open is not { IsEmpty: false } paths
        ? form
        : form with
        {
            Sections = [.. form.Sections.Select(s => s with { Components = Returned(s.Components, paths) }).Where(s => s.Components.Count > 0)],
        };

    private static IReadOnlyList<ComponentDto> Returned(IReadOnlyList<ComponentDto> components, ImmutableArray<string> open) =>
    [
        .. components.Where(c => Touches(c, open) || c.Components is { } inner && c.Type == "group" && Returned(inner, open).Count > 0)
            .Select(c => c is { Type: "group", Components: { } inner } && !Touches(c, open) ? c with { Components = Returned(inner, open) } : c),
    ];

    private static bool Touches(ComponentDto component, ImmutableArray<string> open) =>
        open.Any(path => FieldPath.Covers(component.Key, path) || FieldPath.Covers(path, component.Key));

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
