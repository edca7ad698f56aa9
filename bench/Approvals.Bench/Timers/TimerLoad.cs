using System.Security.Cryptography;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Approvals.Application.Timers;
using Approvals.Bench.Hosts;
using Approvals.Bench.Scale;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Timers;

/// <summary>
/// Cases that wait for an instant, made from one that was filed through the use cases: every row that a step reads is there,
/// the submissions encrypted for their own place, so the step that follows is a real one.
/// </summary>
internal sealed class TimerLoad(BenchHost host)
{
    private const int CaseKind = 6;
    private const int TimerKind = 7;
    private const int Chunk = 5_000;

    private Guid _template;
    private int _made;

    /// <summary>Files the case that the others are made from.</summary>
    public async Task BeginAsync() => _template = await host.SubmitAsync("wait", await host.ApplicantAsync());

    /// <summary>Adds so many cases, whose timers become due one after the other from an instant on.</summary>
    public async Task AddAsync(int count, DateTimeOffset from, TimeSpan apart)
    {
        for (var first = _made + 1; first <= _made + count; first += Chunk)
        {
            await AddAsync(first, Math.Min(_made + count, first + Chunk - 1));
        }

        await DueAsync(_made + 1, count, from, apart);
        _made += count;
        await host.Store.AnalyseAsync();
    }

    private Task<bool> AddAsync(int from, int to) => host.InScopeAsync(async services =>
    {
        var (context, vault) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<Vault>());
        var (sql, rows) = (Dialect.Of(context), new RowCopies(context));
        var series = sql.Numbers(from, to);
        var id = sql.Id(CaseKind, "s.n");
        var timer = await context.Timers.Where(t => t.CaseId == _template).Select(t => t.Id).SingleAsync();
        await rows.CopyAsync<Case>(series, _template, new() { ["Id"] = id, ["Number"] = $"'200000' || {sql.Padded("s.n", 10)}", ["OpenKey"] = "NULL" });
        await rows.CopyAsync<CaseState>(series, _template, new() { ["CaseId"] = id });
        await rows.CopyAsync<CaseTimer>(series, timer, new() { ["Id"] = sql.Id(TimerKind, "s.n"), ["CaseId"] = id });
        var key = await context.Cases.Where(c => c.Id == _template).Select(c => c.KeyId).SingleAsync();
        foreach (var submission in await context.Submissions.AsNoTracking().Where(s => s.CaseId == _template).ToListAsync())
        {
            var plain = (await vault.OpenAsync(key, submission.Payload, Place(submission.Id), CancellationToken.None)).Value;
            for (var n = from; n <= to; n++)
            {
                context.Submissions.Add(await CopyAsync(vault, key, submission, plain, Dialect.IdOf(CaseKind, n)));
            }
        }

        return await context.SaveChangesAsync() > 0;
    });

    private static async Task<Submission> CopyAsync(Vault vault, Guid key, Submission of, byte[] plain, Guid caseId)
    {
        var id = Guid.CreateVersion7();
        var payload = await vault.SealAsync(key, plain, Place(id), CancellationToken.None);
        return new Submission
        {
            Id = id, CaseId = caseId, ActivityId = of.ActivityId, Round = of.Round, FormId = of.FormId, ServiceVersionId = of.ServiceVersionId,
            SubmittedByUserId = of.SubmittedByUserId, SubmittedAt = of.SubmittedAt, Payload = payload, Hash = SHA256.HashData(payload),
        };
    }

    private Task<bool> DueAsync(int first, int count, DateTimeOffset from, TimeSpan apart) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        await context.Database.OpenConnectionAsync();
        await using var together = await context.Database.BeginTransactionAsync();
        if (apart == TimeSpan.Zero)
        {
            var (low, high) = (Dialect.IdOf(TimerKind, first), Dialect.IdOf(TimerKind, first + count - 1));
            await context.Timers.Where(t => t.Id.CompareTo(low) >= 0 && t.Id.CompareTo(high) <= 0).ExecuteUpdateAsync(t => t.SetProperty(x => x.ReadyAt, from));
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                var (id, at) = (Dialect.IdOf(TimerKind, first + i), from + i * apart);
                await context.Timers.Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.ReadyAt, at));
            }
        }

        await together.CommitAsync();
        return true;
    });

    /// <summary>A payload opens where it belongs and nowhere else; see <see cref="SubmissionRows"/>.</summary>
    private static string Place(Guid submission) => $"submission:{submission:N}";
}
