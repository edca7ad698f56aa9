using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Lists the rules in words, and changes those of the platform. A service's own change with its package.</summary>
public sealed class KeepReminders(
    ApprovalsDbContext context, ServiceCatalog catalog, ReminderWords words, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>How a rule is to be.</summary>
    /// <param name="Fields">What it consists of.</param>
    /// <param name="Enabled">Whether it reminds.</param>
    /// <param name="Etag">The version as it was read; null for a new one.</param>
    public sealed record Request(ReminderRuleFields Fields, bool Enabled, string? Etag);

    /// <summary>The platform's rules and the services'.</summary>
    public async Task<Result<IReadOnlyList<ReminderRuleDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsMessages(user))
        {
            return Refusals.Forbidden;
        }

        var off = await context.ReminderOptOuts.GroupBy(o => o.Rule).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var kept = await context.PlatformReminders.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        return Result<IReadOnlyList<ReminderRuleDto>>.Success(
        [
            .. kept.Select(r => Describe(r, off.GetValueOrDefault(r.Code), user.Language)),
            .. services.SelectMany(s => s.Service.Reminders.Select(r => new ReminderRuleDto(
                RulesInForce.CodeOf(s.Code, r), r.Name.In(user.Language), words.Of(r, user.Language), s.Service.Name.In(user.Language), true,
                off.GetValueOrDefault(RulesInForce.CodeOf(s.Code, r)), FieldsOf(r), null))),
        ]);
    }

    /// <summary>Adds a rule of the platform, or changes one. A changed rule does not make up for what was due before.</summary>
    public async Task<Result<ReminderRuleDto>> KeepAsync(string code, Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsMessages(by))
        {
            return Refusals.Forbidden;
        }

        var definition = DefinitionOf(code, request.Fields);
        var load = RulesInForce.Parse(definition);
        if (load.Problems.Length > 0)
        {
            return Wrong(load);
        }

        var row = await context.PlatformReminders.SingleOrDefaultAsync(r => r.Code == code, cancellationToken);
        if (row is null ? request.Etag is not null : request.Etag is null || !Etag.Matches(row, request.Etag))
        {
            return row is null ? Refusals.NotFound : Refusals.Stale;
        }

        var now = clock.GetUtcNow();
        row ??= context.PlatformReminders.Add(new PlatformReminder { Code = code, Definition = "", Since = now, ChangedAt = now }).Entity;
        row.Since = row.Definition == definition && row.IsEnabled ? row.Since : now;
        (row.Definition, row.IsEnabled, row.ChangedAt, row.ChangedByUserId) = (definition, request.Enabled, now, by.Id);
        audit.Add(by.Id, "reminders.changed", "reminder", code, $$"""{"enabled":{{(request.Enabled ? "true" : "false")}},"rule":{{definition}}}""");
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? Describe(row, await context.ReminderOptOuts.CountAsync(o => o.Rule == code, cancellationToken), by.Language)
            : Refusals.Stale;
    }

    private ReminderRuleDto Describe(PlatformReminder row, int off, string language)
    {
        var rule = RulesInForce.Parse(row.Definition).Rules[0];
        return new ReminderRuleDto(row.Code, rule.Name.In(language), words.Of(rule, language), null, row.IsEnabled, off, FieldsOf(rule), Etag.Of(row));
    }

    private static Error Wrong(ReminderLoad load) => new("request.fields")
    {
        Fields = [.. load.Problems.Select(p => new FieldError(FieldOf(p.Place), p.Code) { Data = p.Data })],
    };

    /// <summary>The field of the form behind a place such as <c>/reminders/0/quiet/from</c>.</summary>
    private static string FieldOf(string? place) => (place ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, _, "quiet", "to"] => "quietTo",
        [_, _, "quiet", ..] => "quietFrom",
        [_, _, "name", ..] => "nameZh",
        [_, _, "id", ..] => "code",
        [_, _, var name, ..] => name,
        _ => "code",
    };

    private static ReminderRuleFields FieldsOf(ReminderRule rule) => new(
        rule.Name.Zh, rule.Name.En, rule.About, rule.Moment, rule.Offsets, rule.Unit, Time(rule.At), rule.Repeats, rule.To, rule.Channels, rule.Template, rule.Delivery,
        Time(rule.Quiet?.From), Time(rule.Quiet?.To), rule.WorkingDaysOnly, rule.MayBeOff, rule.Kinds);

    /// <summary>Staff's fields as a package would write them, so that one reader checks both.</summary>
    private static string DefinitionOf(string code, ReminderRuleFields fields) => JsonSerializer.Serialize(
        new
        {
            id = code,
            name = new Dictionary<string, string> { ["zh-CN"] = fields.NameZh.Trim(), ["en"] = fields.NameEn.Trim() },
            fields.About,
            fields.Moment,
            fields.Offsets,
            fields.Unit,
            fields.At,
            fields.Repeats,
            fields.To,
            fields.Channels,
            fields.Template,
            fields.Delivery,
            quiet = fields.QuietFrom is null && fields.QuietTo is null ? null : new { from = fields.QuietFrom, to = fields.QuietTo },
            fields.WorkingDaysOnly,
            fields.MayBeOff,
            kinds = fields.Kinds.Count == 0 ? null : fields.Kinds,
        },
        Json);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
