using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Calendars;

/// <summary>Notices that tests load, and the job that follows them.</summary>
internal static class Notices
{
    /// <summary>The days off of 2026 as loaded, and some more.</summary>
    internal static async Task<byte[]> With2026Async(CaseHost host, params string[] more)
    {
        var newest = await host.ReadAsync(c => c.WorkingCalendarDays.Where(d => d.Day >= new DateOnly(2026, 1, 1) && d.Day <= new DateOnly(2026, 12, 31)).MaxAsync(d => d.Revision));
        var days = await host.ReadAsync(c => c.WorkingCalendarDays.AsNoTracking().Where(d => d.Revision == newest && d.Day.Year == 2026).ToListAsync());
        return File(2026, [.. days.Where(d => !d.IsWorkingDay).Select(d => $"{d.Day:yyyy-MM-dd}").Concat(more).Distinct()], [.. days.Where(d => d.IsWorkingDay).Select(d => $"{d.Day:yyyy-MM-dd}")]);
    }

    internal static byte[] File(int year, string[] off, string[] work) => Encoding.UTF8.GetBytes(
        $$"""{ "year": {{year}}, "source": "corrected", "notice": "No. 9", "off": [{{List(off)}}], "work": [{{List(work)}}] }""");

    internal static Task<Result<CalendarImportDto>> ImportAsync(this CaseHost host, byte[] content, bool dryRun = false) =>
        host.UseAsync<ImportCalendar, Result<CalendarImportDto>>(u => u.RunAsync(new ImportCalendar.Request("notice.json", content, dryRun), (null, null), "en", default));

    internal static Task<bool> RunAsync(this CaseHost host, DateTimeOffset due, CancellationToken cancellationToken = default) =>
        host.UseAsync<JobRunner, bool>(r => r.RunAsync(PendingRevisions.Job, due, cancellationToken));

    /// <summary>Moves all due dates: at once, and a little later once more.</summary>
    internal static async Task MoveAllAsync(this CaseHost host)
    {
        await host.RunAsync(host.Host.Time.GetUtcNow());
        host.Host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.RunAsync(host.Host.Time.GetUtcNow());
    }

    /// <summary>What a node does that is killed after one chunk.</summary>
    internal static Task<bool> OneChunkAsync(this CaseHost host) => host.InAsync(async services =>
    {
        var (context, calendar) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<CalendarInForce>());
        await calendar.ReadAsync(context, default);
        await services.GetRequiredService<MoveChunk>().MoveAsync((await PendingRevisions.NextAsync(context, host.Host.Time.GetUtcNow(), default))!, default);
        return true;
    });

    internal static Task<CalendarRevision> NewestAsync(this CaseHost host) => host.ReadAsync(c => c.CalendarRevisions.AsNoTracking().OrderByDescending(r => r.Number).FirstAsync());

    internal static DateTimeOffset EndOf(string day) => new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUniversalTime();

    private static string List(string[] days) => string.Join(',', days.Select(d => $"\"{d}\""));
}
