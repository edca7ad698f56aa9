using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Bench.Hosts;
using Approvals.Bench.Scale;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Calendars;

/// <summary>
/// Open cases with two tasks each, copied from one that was filed through the use cases: received on ten days, with limits of twelve lengths
/// that all end after the day that becomes a day off.
/// </summary>
internal sealed class MoveLoad(BenchHost host)
{
    private const int CaseKind = 8;
    private const int TaskKindOfId = 9;
    private const int DatesOfACase = 4;
    private const int Variants = 120;
    private const int Chunk = 50_000;

    /// <summary>Adds so many due dates.</summary>
    public async Task AddAsync(int dates)
    {
        var template = await host.SubmitAsync("register", await host.ApplicantAsync());
        var cases = dates / DatesOfACase;
        var each = Math.Max(1, cases / Variants);
        for (var first = 1; first <= cases; first += each)
        {
            await VaryAsync(template, first / each);
            for (var from = first; from <= Math.Min(cases, first + each - 1); from += Chunk)
            {
                await CopyAsync(template, from, Math.Min(Math.Min(cases, first + each - 1), from + Chunk - 1));
            }
        }

        await host.InScopeAsync(services => CloseAsync(services.GetRequiredService<ApprovalsDbContext>(), template));
        await host.Store.AnalyseAsync();
    }

    /// <summary>Gives the case that is copied other limits.</summary>
    private Task<bool> VaryAsync(Guid template, int variant) => host.InScopeAsync(async services =>
    {
        var (context, calendar) = (services.GetRequiredService<ApprovalsDbContext>(), WorkingCalendar.Of([]));
        var received = TimeProvider.System.GetUtcNow().AddDays(-variant % 10).AddMinutes(variant);
        var (promised, step) = (new PendingLimit(Limit.WorkingDays(15 + variant / 10), received), new PendingLimit(Limit.WorkingDays(12 + variant / 10), received));
        var row = await context.Cases.SingleAsync(c => c.Id == template);
        (row.Limit, row.DueAt, row.IsProvisional) = (PendingLimits.Write(promised), calendar.Resolve(promised).At, true);
        (row.StatutoryLimit, row.StatutoryDueAt) = (row.Limit, row.DueAt);
        var task = await context.TaskItems.Include(t => t.Candidates).FirstAsync(t => t.CaseId == template);
        var due = calendar.Resolve(step);
        (task.Limit, task.DueAt, task.YellowAt, task.IsProvisional) = (PendingLimits.Write(step), due.At, due.YellowAt, true);
        task.Candidates.ForEach(c => c.Follow(task));
        return await context.SaveChangesAsync() > 0;
    });

    private Task<bool> CopyAsync(Guid template, int from, int to) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.OpenConnectionAsync();
        var (sql, rows) = (Dialect.Of(context), new RowCopies(context));
        await sql.PrepareForManyAsync(context);
        var (series, number) = (sql.Numbers(from, to), $"'300000' || {sql.Padded("s.n", 10)}");
        await using var together = await context.Database.BeginTransactionAsync();
        await rows.CopyAsync<Case>(series, template, new() { ["Id"] = sql.Id(CaseKind, "s.n"), ["Number"] = number, ["OpenKey"] = "NULL" });
        var task = await context.TaskItems.Where(t => t.CaseId == template).Select(t => t.Id).FirstAsync();
        for (var second = 0; second < 2; second++)
        {
            var id = sql.Id(TaskKindOfId, $"s.n * 2 + {second}");
            await rows.CopyAsync<TaskItem>(series, task, new()
            {
                ["Id"] = id, ["CaseId"] = sql.Id(CaseKind, "s.n"), ["CaseNumber"] = number, ["BookmarkId"] = $"'k{second}'",
            });
            var literal = sql.IsSqlite ? Dialect.Value(task) : Dialect.Value(task) + "::uuid";
            await rows.InsertAsync("TaskCandidates", $"{series}, \"TaskCandidates\" t WHERE t.\"TaskId\" = {literal}", new()
            {
                ["TaskId"] = id, ["Key"] = "t.\"Key\"", ["ServiceCode"] = "t.\"ServiceCode\"", ["IsOpen"] = "t.\"IsOpen\"", ["DueAt"] = "t.\"DueAt\"",
                ["YellowAt"] = "t.\"YellowAt\"",
            });
        }

        await together.CommitAsync();
        return true;
    });

    /// <summary>The case that was copied is none of those that are counted.</summary>
    private static async Task<bool> CloseAsync(ApprovalsDbContext context, Guid template)
    {
        var now = TimeProvider.System.GetUtcNow();
        await context.Cases.Where(c => c.Id == template).ExecuteUpdateAsync(c => c.SetProperty(x => x.FinishedAt, now));
        return await context.TaskItems.Where(t => t.CaseId == template).ExecuteUpdateAsync(t => t.SetProperty(x => x.ClosedAt, now)) > 0;
    }
}
