using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Policies;
using Approvals.Application.Retention;
using Approvals.Application.Rights;
using Approvals.Application.Sms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Says what is in force of the settings that all services share, for those who see the services though they may not change it.</summary>
public sealed class SharedSettings(
    ApprovalsDbContext context, CalendarInForce calendar, ServiceCatalog catalog, JobPlan jobs, RetentionRules retention, MailChannel mail, SmsChannel sms, TimeProvider clock)
{
    /// <summary>The figures, each by one look.</summary>
    public async Task<Result<SharedSettingsDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        await calendar.RefreshAsync(context, cancellationToken);
        await retention.ReadAsync(cancellationToken);
        var today = calendar.Today(clock);
        var schedules = await jobs.ReadAsync(cancellationToken);
        return new SharedSettingsDto(
            Calendar(today), await RemindersAsync(cancellationToken), await MessagesAsync(cancellationToken),
            new SettingFigureDto(schedules.Count, schedules.Count(s => !s.IsEnabled)), await DictionariesAsync(today, cancellationToken),
            await context.Regions.CountAsync(r => r.EndsOn == null || r.EndsOn >= today, cancellationToken),
            await context.Organisations.CountAsync(o => o.ClosedAt == null, cancellationToken), await ListsAsync(cancellationToken),
            await context.Resources.CountAsync(r => r.ClosedAt == null, cancellationToken), await context.Experts.CountAsync(e => e.ClosedAt == null, cancellationToken),
            Retention(user.Language), new ChannelFiguresDto(mail.HasServer, mail.PerMinute, sms.IsOpen));
    }

    private CalendarFiguresDto Calendar(DateOnly today)
    {
        int[] loaded = [.. calendar.Current.Years.Select(y => y.Year)];
        return new CalendarFiguresDto(loaded, [.. new[] { today.Year, today.Year + 1 }.Except(loaded)]);
    }

    private async Task<SettingFigureDto> RemindersAsync(CancellationToken cancellationToken)
    {
        var enabled = await context.PlatformReminders.Select(r => r.IsEnabled).ToListAsync(cancellationToken);
        return new SettingFigureDto(enabled.Count, enabled.Count(on => !on));
    }

    /// <summary>The latest version of a message counts; the product's own were written by nobody.</summary>
    private async Task<SettingFigureDto> MessagesAsync(CancellationToken cancellationToken)
    {
        var latest = await context.MessageTemplates.Where(row => row.Number == context.MessageTemplates.Where(t => t.Name == row.Name).Max(t => t.Number))
            .Select(row => row.ByUserId != null).ToListAsync(cancellationToken);
        return new SettingFigureDto(latest.Count, latest.Count(byStaff => byStaff));
    }

    private async Task<SettingFigureDto> DictionariesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(today, cancellationToken);
        var names = services.SelectMany(s => s.Package.Dictionaries.Keys).Distinct(StringComparer.Ordinal).Count();
        return new SettingFigureDto(names, await context.DictionaryEntries.CountAsync(cancellationToken));
    }

    private async Task<SettingFigureDto> ListsAsync(CancellationToken cancellationToken) => new(
        await context.WaitingLists.CountAsync(l => l.ClosedAt == null, cancellationToken), await context.Quotas.CountAsync(q => q.ClosedAt == null, cancellationToken));

    private RetentionFiguresDto Retention(string language) => new(
        retention.Default.Class.In(language), retention.Default.Years, retention.Default.ArchiveAfterDays, retention.OwnRules);
}
