using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.People;
using Approvals.Application.Presence;
using Approvals.Application.Regions;
using Approvals.Bench.Hosts;
using Approvals.Bench.Scale;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Residency;

/// <summary>Holders whose yearly check has come: each a person, the case that granted, a right, its duty and five stays of the year before.</summary>
internal sealed class CheckLoad(BenchHost host)
{
    public const string Service = "residency-check";

    private const int CaseKind = 14;
    private const int Chunk = 500;
    private const string Region = "220104";
    private const string Path = "/220000/220100/220104/";

    /// <summary>Adds so many holders; the first number is 1.</summary>
    public async Task AddAsync(int holders)
    {
        await host.InScopeAsync(services => AddRegionsAsync(services.GetRequiredService<ApprovalsDbContext>()));
        var template = await host.SubmitAsync("register", await host.ApplicantAsync());
        for (var from = 1; from <= holders; from += Chunk)
        {
            var to = Math.Min(holders, from + Chunk - 1);
            await CopyCasesAsync(template, from, to);
            await host.InScopeAsync(services => AddAsync(services, from, to));
        }

        await host.Store.AnalyseAsync();
    }

    private static async Task<bool> AddRegionsAsync(ApprovalsDbContext context)
    {
        var (path, levels) = ("/", new[] { ("220000", RegionLevel.Province), ("220100", RegionLevel.City), (Region, RegionLevel.County) });
        foreach (var (code, level) in levels)
        {
            path += $"{code}/";
            context.Regions.Add(new Region { Code = code, Path = path, Level = level, Name = new LocalText("示例", "Sample"), ParentCode = level == RegionLevel.Province ? null : path.Split('/')[^3] });
        }

        return await context.SaveChangesAsync() > 0;
    }

    private Task<bool> CopyCasesAsync(Guid template, int from, int to) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var sql = Dialect.Of(context);
        await new RowCopies(context).CopyAsync<Case>(sql.Numbers(from, to), template, new()
        {
            ["Id"] = sql.Id(CaseKind, "s.n"), ["Number"] = $"'22010' || {sql.Padded("s.n", 10)}", ["OpenKey"] = "NULL", ["RegionCode"] = $"'{Region}'", ["RegionPath"] = $"'{Path}'",
        });
        return true;
    });

    private static async Task<bool> AddAsync(IServiceProvider services, int from, int to)
    {
        var (context, register) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<PersonRegister>());
        var (now, people) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), new Guid[to - from + 1]);
        for (var n = from; n <= to; n++)
        {
            people[n - from] = (await register.AddAsync(new PersonDetails($"持证人{n}"), now, CancellationToken.None)).Id;
            context.AddRange(Rows(n, people[n - from], now));
        }

        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        for (var n = from; n <= to; n++)
        {
            var (granted, holder) = (Dialect.IdOf(CaseKind, n), people[n - from]);
            await context.Cases.Where(c => c.Id == granted).ExecuteUpdateAsync(c => c.SetProperty(x => x.ApplicantPersonId, holder));
        }

        return true;
    }

    private static IEnumerable<object> Rows(int n, Guid person, DateTimeOffset now)
    {
        var right = new Entitlement
        {
            Id = new Guid(n, 15, 0, new byte[8]), CaseId = Dialect.IdOf(CaseKind, n), CaseNumber = "1", ServiceCode = "register", Kind = "bench/card", KindName = new LocalText("卡", "Card"),
            PersonId = person, HolderMaskedName = "持*", Number = n.ToString("D8", CultureInfo.InvariantCulture), ValidFrom = new DateOnly(2024, 1, 1), VerificationToken = $"check{n}",
            RegionCode = Region, RegionPath = Path, GrantedAt = now,
        };
        yield return right;
        yield return new Obligation
        {
            Id = new Guid(n, 16, 0, new byte[8]), EntitlementId = right.Id, Type = "residency", CheckServiceCode = Service, OpensOn = new DateOnly(2026, 1, 5),
            State = ObligationState.Pending, CountsPresence = true, TermFrom = new DateOnly(2024, 1, 1),
        };
        for (var k = 0; k < LedgerLoad.Intervals; k++)
        {
            var (id, first) = (new Guid(n, 17, (short)k, new byte[8]), new DateOnly(2025, 1, 1).AddDays((k * 70) + (n % 20)));
            yield return new PresenceInterval
            {
                Id = id, PersonId = person, From = first, To = first.AddDays(5 + (((n * 7) + (k * 3)) % 40)), Source = PresenceSource.Employer, EnteredByUserId = person, EnteredAt = now,
                ConfirmedAt = now, ConfirmedByUserId = person, LiveKey = $"{id:N}",
                Evidence = [new() { Id = new Guid(n, 18, (short)k, new byte[8]), IntervalId = id, Kind = ProofKind.Tax }, new() { Id = new Guid(n, 19, (short)k, new byte[8]), IntervalId = id, Kind = ProofKind.Travel }],
            };
        }
    }
}
