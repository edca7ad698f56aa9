using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Forms;

/// <summary>A field that applications in preparation meet anew.</summary>
/// <param name="Path">The field.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Drafts">How many applications it concerns.</param>
public sealed record TouchedFieldDto(string Path, string Label, int Drafts);

/// <summary>What a changed form means for applications in preparation: figures, and nobody's answers.</summary>
/// <param name="Drafts">How many there are.</param>
/// <param name="Looked">How many were looked at; the latest, where there are very many.</param>
/// <param name="Dropped">Answers that would be dropped.</param>
/// <param name="Required">Answers that would be asked for.</param>
public sealed record PreparedDraftsDto(int Drafts, int Looked, IReadOnlyList<TouchedFieldDto> Dropped, IReadOnlyList<TouchedFieldDto> Required);

/// <summary>Counts what a draft's form changes for the applications that people are preparing.</summary>
public sealed class PreparedDrafts(ApprovalsDbContext context, Vault vault, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider time, MessageCatalog texts)
{
    private const int Most = 200;

    /// <summary>The figures of a form, for those who write or approve policy.</summary>
    public async Task<Result<PreparedDraftsDto>> OfAsync(Guid version, string formId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        var opened = await OpenedFiles.OfAsync(context, version, user, cancellationToken);
        var form = opened.Bind(o => o.Form(formId, texts, user.Language));
        if (!form.IsSuccess)
        {
            return form.Error;
        }

        var waiting = context.Drafts.AsNoTracking()
            .Where(d => d.ServiceCode == opened.Value.Version.ServiceCode && d.FormId == formId && d.TaskId == null && d.SubmittedCaseId == null);
        var all = await waiting.CountAsync(cancellationToken);
        var rows = await waiting.OrderByDescending(d => d.UpdatedAt).Take(Most).Select(d => new { d.Id, d.KeyId, d.Payload }).ToListAsync(cancellationToken);
        var today = calendar.Today(time);
        var live = (await catalog.InForceAsync(opened.Value.Version.ServiceCode, today, cancellationToken))?.Package.Forms.GetValueOrDefault(formId);
        List<FormEffect> effects = [];
        foreach (var row in rows)
        {
            var plain = await vault.OpenAsync(row.KeyId, row.Payload, LoadedDraft.Place(row.Id), cancellationToken);
            if (plain.IsSuccess)
            {
                effects.Add(FormEffect.Of(live, form.Value, JsonSerializer.Deserialize<JsonElement>(plain.Value), new FormScope { Now = time.GetUtcNow(), Today = today }));
            }
        }

        return new PreparedDraftsDto(
            all, effects.Count, Count(effects.SelectMany(e => e.Dropped), live ?? form.Value, user), Count(effects.SelectMany(e => e.Required), form.Value, user));
    }

    private static List<TouchedFieldDto> Count(IEnumerable<string> paths, Form form, CurrentUser user) =>
    [
        .. paths.GroupBy(p => p).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TouchedFieldDto(g.Key, form.FieldAt(g.Key)?.Label?.In(user.Language) ?? g.Key, g.Count())),
    ];
}
