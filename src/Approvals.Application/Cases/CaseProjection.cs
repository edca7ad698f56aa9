using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Tasks;
using Approvals.Application.Webhooks;
using Approvals.Domain.Calendars;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>Brings the rows that lists read in step with the state.</summary>
internal static class CaseProjection
{
    internal static async Task ApplyAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var row = work.Case;
        row.State = work.State.Shown ?? row.State;
        row.CompletedAt = work.State.Clock.CompletedOn?.ToUniversalTime();
        row.AcceptedAt = work.State.Clock.AcceptedOn?.ToUniversalTime();
        row.StepName = row.FinishedAt is null ? Steps(work) : null;
        CaseDue.Apply(work);
        await SearchValues.ApplyAsync(work, cancellationToken);
        await WebhookNews.ApplyAsync(work, cancellationToken);
    }

    private static LocalText? Steps(CaseWork work)
    {
        var names = work.State.Bookmarks.Where(b => b is not TaskBookmark { Kind: TaskKind.Opinion }).Select(b => TaskNames.Of(work, b)).Distinct().ToList();
        return names.Count == 0
            ? null
            : new LocalText(string.Join("、", names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)));
    }
}

/// <summary>When the whole case is due by the service's promise.</summary>
public static class CaseDue
{
    /// <summary>The due date; null before the clock starts, or where the service promises nothing.</summary>
    public static DueDate? Of(CaseWork work) => Promised(work) is { } limit ? work.Calendar.Resolve(limit) : null;

    /// <summary>Writes both limits and their dates into the case's row; of a finished case they stay as they were.</summary>
    internal static void Apply(CaseWork work)
    {
        var row = work.Case;
        if (row.FinishedAt is not null)
        {
            return;
        }

        var (promised, statutory) = (Promised(work), Running(work, work.Service.Service.Limits.Statutory?.Limit));
        var due = promised is null ? null : work.Calendar.Resolve(promised);
        (row.Limit, row.StatutoryLimit) = (PendingLimits.Write(promised), PendingLimits.Write(statutory));
        (row.DueAt, row.IsProvisional) = (due?.At?.ToUniversalTime(), due?.IsProvisional ?? false);
        row.StatutoryDueAt = statutory is null ? null : work.Calendar.Resolve(statutory).At?.ToUniversalTime();
    }

    /// <summary>Whether the clock of the case runs.</summary>
    internal static bool HasStarted(CaseWork work) => Start(work) is not null;

    /// <summary>A limit of the service as it runs for the case, or as if it started now.</summary>
    internal static PendingLimit Pending(CaseWork work, Limit limit) => new(limit, Start(work) ?? work.Now) { Stops = work.State.Clock.Stops };

    private static PendingLimit? Promised(CaseWork work) => Running(work, work.Service.Service.Limits.Promised?.Limit);

    /// <summary>A limit of the service as it runs for the case; null before the clock starts.</summary>
    private static PendingLimit? Running(CaseWork work, Limit? limit) =>
        limit is not null && Start(work) is { } start ? new PendingLimit(limit, start) { Stops = work.State.Clock.Stops } : null;

    /// <summary>The due date, or the one expected if the clock started now.</summary>
    public static DueDate? Expected(CaseWork work) => Of(work, Start(work) ?? work.Now);

    /// <summary>When the law says the case is due at the latest; null where the service states nothing. Before the clock starts, as if it started now.</summary>
    public static DueDate? Statutory(CaseWork work) => work.Service.Service.Limits.Statutory is { } statutory
        ? work.Calendar.Resolve(statutory.Limit, Start(work) ?? work.Now, work.State.Clock.Stops)
        : null;

    private static DueDate? Of(CaseWork work, DateTimeOffset start) =>
        work.Service.Service.Limits.Promised is { } promised ? work.Calendar.Resolve(promised.Limit, start, work.State.Clock.Stops) : null;

    private static DateTimeOffset? Start(CaseWork work) => work.Service.Service.Clock.StartsOn == ClockStart.Acceptance
        ? work.State.Clock.AcceptedOn
        : work.State.Clock.ReceivedOn;
}

/// <summary>Fields marked searchable, as rows that can be found by.</summary>
internal static class SearchValues
{
    internal static async Task ApplyAsync(CaseWork work, CancellationToken cancellationToken)
    {
        if (!MayChange(work))
        {
            return;
        }

        var rows = await work.Context.SearchValues.Where(v => v.CaseId == work.Case.Id).ToListAsync(cancellationToken);
        var known = rows.Union(work.Context.SearchValues.Local.Where(v => v.CaseId == work.Case.Id)).ToList();
        foreach (var (field, value) in Values(work))
        {
            if (known.Find(v => v.Field == field) is { } row)
            {
                row.Value = value;
            }
            else
            {
                work.Context.SearchValues.Add(new SearchValue
                {
                    CaseId = work.Case.Id, ServiceCode = work.Case.ServiceCode, Field = field, Value = value, RegionPath = work.Case.RegionPath,
                    OrganisationId = work.Case.OrganisationId, State = work.Case.State,
                });
            }
        }

        known.ForEach(v => v.State = work.Case.State);
    }

    /// <summary>The rows follow the answers and the case's state; a step that touches neither leaves them as they are.</summary>
    private static bool MayChange(CaseWork work)
    {
        var entry = work.Context.Entry(work.Case);
        return work.HasNewAnswers || entry.State == EntityState.Added || entry.Property(c => c.State).OriginalValue != work.Case.State;
    }

    private static IEnumerable<(string Field, string Value)> Values(CaseWork work) =>
        from form in work.Forms
        where work.Service.Package.Forms.ContainsKey(form.Key)
        from field in work.Service.Package.Forms[form.Key].SearchableFields
        where field.Path is not null && !field.Path.Contains('[', StringComparison.Ordinal)
        let value = Text(work, field, form.Value.At(field.Path!))
        where value is not null
        select ($"{form.Key}.{field.Path}", value);

    private static string? Text(CaseWork work, FormComponent field, FeelValue value) =>
        SearchTerms.Of(value) is not { } term ? null
        : field.Rules.Sensitive ? SearchTerms.Hidden(work.Vault, field.Path!, term)
        : SearchTerms.Open(term);
}

/// <summary>The few answers that lists show beside a case.</summary>
internal static class Highlights
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers that are choices and searchable, in the form's order: what is asked for, not who asks.</summary>
    internal static string? Of(Form form, FormData answers, IReadOnlyDictionary<string, System.Collections.Immutable.ImmutableArray<FormOption>> lists)
    {
        var lines = form.SearchableFields
            .Where(f => !f.Rules.Sensitive && f.Path is not null && f.Label is not null && f.Type is FormComponentType.Select or FormComponentType.Radio)
            .Select(f => (Field: f, Value: answers.At(f.Path!))).Where(f => !f.Value.IsNull).Take(3)
            .Select(f => (JsonNode)new JsonObject
            {
                ["key"] = f.Field.Path,
                ["label"] = JsonSerializer.SerializeToNode(f.Field.Label, Json),
                ["value"] = JsonSerializer.SerializeToNode(FieldTexts.Of(f.Field, f.Value, lists), Json),
            }).ToArray();
        return lines.Length == 0 ? null : new JsonArray(lines).ToJsonString(Json);
    }
}
