using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>A rule that reminds today.</summary>
/// <param name="Code">Bare for the platform's, <c>service.id</c> for a service's.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Since">What was due before is not made up for.</param>
/// <param name="Service">The service it is limited to, or null.</param>
public sealed record RuleInForce(string Code, ReminderRule Rule, DateTimeOffset Since, string? Service);

/// <summary>The rules that remind today: those staff keep, and those of the services' versions in force.</summary>
public sealed class RulesInForce(ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    private const string File = "reminders";

    /// <summary>All of them, by code.</summary>
    public async Task<IReadOnlyList<RuleInForce>> ReadAsync(CancellationToken cancellationToken)
    {
        var kept = await context.PlatformReminders.AsNoTracking().Where(r => r.IsEnabled).ToListAsync(cancellationToken);
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        return
        [
            .. kept.Select(r => (Row: r, Rule: Parse(r.Definition).Rules.FirstOrDefault())).Where(r => r.Rule is not null)
                .Select(r => new RuleInForce(r.Row.Code, r.Rule!, r.Row.Since, null))
                .Concat(services.SelectMany(s => s.Service.Reminders.Select(r =>
                    new RuleInForce(CodeOf(s.Code, r), r, calendar.Current.StartOf(s.EffectiveFrom), s.Code))))
                .OrderBy(r => r.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The code of a service's rule.</summary>
    public static string CodeOf(string service, ReminderRule rule) => $"{service}.{rule.Id}";

    /// <summary>Reads one rule's JSON.</summary>
    internal static ReminderLoad Parse(string definition) =>
        ReminderReader.ReadFile(File, Encoding.UTF8.GetBytes($$"""{"reminders":[{{definition}}]}"""));
}
