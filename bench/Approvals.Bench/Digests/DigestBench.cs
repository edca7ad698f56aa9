using System.Diagnostics;
using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Reminders;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Digests;

/// <summary>
/// Reminders into digests: five things of each person end in thirty days; the jobs find them and gather one mail a person. The floor
/// is the same number of bare rows of reminders and of outbox written through the same context in chunks of the same size.
/// </summary>
internal static class DigestBench
{
    private const int EachHas = 5;
    private const int Chunk = 500;
    private const string Rule =
        """{"id":"ends","name":{"zh-CN":"到期","en":"Ends"},"about":"entitlement","moment":"ends","offsets":[-30],"unit":"days","at":"00:00","to":["applicant"],"channels":["page","mail"],"template":"reminder"}""";

    public static Task RunAsync(Databases databases, int count, TextWriter output) =>
        databases.EachAsync((store, folder) => RunAsync(store, folder, count, output), output);

    private static async Task RunAsync(IStore store, string folder, int count, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder);
        await SeedAsync(host, count);
        var floor = await FloorAsync(host, count);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var found = await MeasureAsync(host, "reminders.find");
        var gathered = await MeasureAsync(host, "reminders.digest");
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - heap) / (double)heap;
        var (reminders, digests) = await host.InScopeAsync(async s =>
        {
            var context = s.GetRequiredService<ApprovalsDbContext>();
            return (await context.Reminders.CountAsync(r => r.Rule == "ends" && r.State == ReminderState.Left), await context.OutboxMessages.CountAsync(m => m.Kind == DigestMail.MailKind));
        });
        var all = found + gathered;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Name}: {reminders} reminders found in {found.TotalSeconds:F1} s, gathered into {digests} digests in {gathered.TotalSeconds:F1} s, together {all.TotalSeconds:F1} s, {all / floor:F2} times the floor of {floor.TotalSeconds:F1} s; live heap {grown:+0.0 %;-0.0 %}"));
        if (reminders != count || digests != count / EachHas)
        {
            throw new InvalidOperationException($"{count} reminders and {count / EachHas} digests were due, {reminders} and {digests} are there.");
        }
    }

    private static async Task<TimeSpan> MeasureAsync(BenchHost host, string job)
    {
        var start = Stopwatch.GetTimestamp();
        await host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync(job, TimeProvider.System.GetUtcNow(), CancellationToken.None));
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task SeedAsync(BenchHost host, int count)
    {
        var by = await host.SubmitAsync("register", await host.ApplicantAsync());
        var last = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime).AddDays(30);
        await host.InScopeAsync(async services =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var context = services.GetRequiredService<ApprovalsDbContext>();
            context.Add(new PlatformReminder { Code = "ends", Definition = Rule, Since = now.AddDays(-2), ChangedAt = now });
            for (var i = 0; i < count; i++)
            {
                var person = new Guid(i / EachHas, 7, 0, new byte[8]);
                if (i % EachHas == 0)
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"holder{i / EachHas}");
                    context.Add(new User { Id = person, UserName = name, NormalizedUserName = name, DisplayName = name, Email = $"{name}@example.org", PersonId = person });
                }

                context.Add(Granted(i, person, by, last, now));
                if (i % Chunk == Chunk - 1 || i == count - 1)
                {
                    await context.SaveChangesAsync();
                    context.ChangeTracker.Clear();
                }
            }

            return true;
        });
    }

    private static Entitlement Granted(int i, Guid person, Guid by, DateOnly last, DateTimeOffset now) => new()
    {
        Id = new Guid(i, 8, 0, new byte[8]), CaseId = by, CaseNumber = "1", ServiceCode = "register", Kind = "register/card", KindName = new LocalText("卡", "Card"), PersonId = person,
        HolderMaskedName = "王*", Number = i.ToString(CultureInfo.InvariantCulture), ValidFrom = last.AddDays(-365), ValidTo = last, VerificationToken = $"token{i}",
        RegionCode = BenchHost.Region, RegionPath = BenchHost.Path, GrantedAt = now,
    };

    /// <summary>The rows alone, which nothing decided about.</summary>
    private static async Task<TimeSpan> FloorAsync(BenchHost host, int count)
    {
        var start = Stopwatch.GetTimestamp();
        await host.InScopeAsync(async services =>
        {
            var (context, transaction, now) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<WriteTransaction>(), TimeProvider.System.GetUtcNow());
            for (var i = 0; i < count; i++)
            {
                context.Add(new Reminder
                {
                    Id = new Guid(i, 9, 0, new byte[8]), Rule = "floor", About = ReminderSubject.Entitlement, SubjectId = new Guid(i, 9, 1, new byte[8]), Occurrence = 0,
                    UserId = new Guid(i / EachHas, 9, 2, new byte[8]), Template = "reminder", DueAt = now, NotBefore = now, State = ReminderState.Left, CreatedAt = now,
                });
                context.Add(new Notification { Id = new Guid(i, 9, 3, new byte[8]), UserId = new Guid(i / EachHas, 9, 2, new byte[8]), Template = "floor", At = now });
                if (i % Chunk == Chunk - 1 || i == count - 1)
                {
                    await transaction.CommitAsync(CancellationToken.None);
                    context.ChangeTracker.Clear();
                }
            }

            return true;
        });
        return Stopwatch.GetElapsedTime(start);
    }
}
