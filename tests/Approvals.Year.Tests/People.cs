using System.Collections.Concurrent;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.Domain.Residency;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Year.Tests;

/// <summary>
/// What people do, by rules: so many working days after a step came to them. They look at what lies open, so that work that a death
/// interrupted is done by whoever looks next.
/// </summary>
/// <param name="platform">Where they work.</param>
/// <param name="holders">Whom it is about.</param>
/// <param name="isDrawn">Whether the city looks at those that are drawn, too; else at every check, so that nothing is left to chance.</param>
internal sealed class People(YearPlatform platform, IReadOnlyList<Holder> holders, bool isDrawn)
{
    public const int Morning = 10, Afternoon = 14;

    private const int AtOnce = 3;

    private readonly Dictionary<Guid, Holder> _holders = holders.ToDictionary(h => h.User);
    private readonly ConcurrentDictionary<Guid, CurrentUser> _users = [];
    private readonly Applicants _applicants = new(platform, holders);

    /// <summary>How many working days after a step came its person acts, at which hour; null where nobody ever does.</summary>
    public static (int Days, int Hour)? WaitsAt(string activity, Holder holder) => (activity, holder.Check) switch
    {
        ("confirm", Check.Silent or Check.Revoked) => null,
        ("confirm", _) => (1 + (holder.Number % 9), Morning),
        ("county", Check.SlowCounty) => (8, Morning),
        ("city", _) => (0, Afternoon),
        ("correct", Check.Corrected) => (3, Morning),
        ("cure", Check.Cured) => (12, Morning),
        ("defence", Check.Upheld or Check.Fraud) => (2, Morning),
        ("correct" or "cure" or "defence", _) => null,
        ("county" or "recheck" or "recheckCure" or "decide", _) => (holder.Pace, Morning),
        _ => null,
    };

    /// <summary>An hour at work.</summary>
    public async Task WorkAsync(DateTimeOffset hour)
    {
        var local = hour.ToOffset(TimeSpan.FromHours(8));
        var today = DateOnly.FromDateTime(local.DateTime);
        if (!Workdays.Noticed.Is(today))
        {
            return;
        }

        await _applicants.ActAsync(today, local.Hour, UserAsync);
        var open = await platform.ReadAsync(c => (
            from task in c.TaskItems.AsNoTracking()
            where task.State == TaskItemState.Open || task.State == TaskItemState.Claimed
            join row in c.Cases on task.CaseId equals row.Id
            orderby task.Id
            select new { task.Id, task.Version, task.ActivityId, task.ReceivedAt, row.ApplicantUserId, row.ServiceCode }).ToListAsync());
        // Different cases, so that nobody waits for anybody but the database.
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (task, _) =>
        {
            var holder = _holders[task.ApplicantUserId!.Value];
            if (task.ServiceCode == Applicants.Service)
            {
                await RenewAsync(task.Id, $"{task.Version}", task.ActivityId, holder, (today, local.Hour));
                return;
            }

            var received = DateOnly.FromDateTime(task.ReceivedAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
            if (WaitsAt(task.ActivityId, holder) is { } waits && waits.Hour == local.Hour && Workdays.Noticed.After(received, waits.Days) <= today)
            {
                await ActAsync(task.Id, $"{task.Version}", task.ActivityId, holder);
            }
        });
    }

    private async Task RenewAsync(Guid task, string etag, string activity, Holder holder, (DateOnly Day, int Hour) now)
    {
        if (now.Hour == Morning && Applicants.DoneOn(activity, holder) <= now.Day)
        {
            var (office, act, form) = Applicants.Answer(activity);
            await DecideAsync(task, etag, office, act, form);
        }
    }

    private Task ActAsync(Guid task, string etag, string activity, Holder holder) => activity switch
    {
        "confirm" => FillAsync(task, holder, new { correct = true }),
        "correct" or "cure" => ShowDaysAsync(task, holder),
        "defence" => StateAsync(task, holder),
        "county" => DecideAsync(task, etag, Office.County, "approve", holder.Check switch
        {
            Check.Fraud => new { doubtful = true, fraud = true, applied = false },
            Check.Enclave => new { doubtful = !isDrawn, fraud = false, applied = true },
            _ => new { doubtful = holder.IsShort || !isDrawn, fraud = false, applied = false },
        }),
        "city" => DecideAsync(task, etag, Office.City, "approve", new { }),
        "recheck" or "recheckCure" => DecideAsync(task, etag, Office.CountyAgain, "approve", new { }),
        _ => DecideAsync(task, etag, Office.Approver, holder.Check == Check.Upheld ? "reject" : "approve", new { ground = holder.Check == Check.Fraud ? "fraud" : "days", facts = "核查人员已逐项核实在吉台账、证据材料和单位说明，事实清楚，证据确凿。" }),
    };

    /// <summary>The day that was missing, shown, and then said so.</summary>
    private async Task ShowDaysAsync(Guid task, Holder holder)
    {
        var user = await UserAsync(holder.User);
        await DoAsync<EnterPresence, Guid>(u => u.HandleAsync(
            new EnterPresence.Request(user.PersonId!.Value, null, new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 1), [ProofKind.Tax, ProofKind.Travel]), user, default));
        await FillAsync(task, holder, new { remarks = "已补登。" });
    }

    private async Task FillAsync(Guid task, Holder holder, object values)
    {
        var user = await UserAsync(holder.User);
        await DoAsync<SubmitCorrection, ActDone>(u => u.HandleAsync(
            new SubmitCorrection.Request(task, null, Click(task)) { Values = CaseHost.Values(values) }, user, default));
    }

    private async Task StateAsync(Guid task, Holder holder)
    {
        var user = await UserAsync(holder.User);
        await DoAsync<FileStatement, ActDone>(u => u.HandleAsync(new FileStatement.Request(task, "陈述如下。", Click(task)), user, default));
    }

    private async Task DecideAsync(Guid task, string etag, string office, string act, object form)
    {
        var user = await UserAsync(Town.UserOf(office));
        await DoAsync<CompleteTask, ActDone>(u => u.HandleAsync(
            new CompleteTask.Request(task, etag, act, Click(task)) { Opinion = "已核查。", Form = CaseHost.Values(form) }, user, default));
    }

    private Task<T> DoAsync<TUse, T>(Func<TUse, Task<Result<T>>> use)
        where TUse : notnull => DoAsync(platform, use);

    /// <summary>A refusal is a fault of the year.</summary>
    public static async Task<T> DoAsync<TUse, T>(YearPlatform platform, Func<TUse, Task<Result<T>>> use)
        where TUse : notnull
    {
        var done = await platform.UseAsync(use);
        return done.IsSuccess
            ? done.Value
            : throw new InvalidOperationException($"{typeof(TUse).Name}: {done.Error.Code} {JsonSerializer.Serialize(done.Error.Data)} {string.Join(", ", done.Error.Fields.Select(f => $"{f.Path} {f.Code}"))}");
    }

    private async Task<CurrentUser> UserAsync(Guid id)
    {
        if (!_users.TryGetValue(id, out var user))
        {
            user = (await platform.ReadAsync(c => RoleGrants.ReadAsync(c, id, platform.Clock.GetUtcNow(), default)))!;
            _users.TryAdd(id, user);
        }

        return user;
    }

    private static string Click(Guid task) => $"year-{task:N}";
}
