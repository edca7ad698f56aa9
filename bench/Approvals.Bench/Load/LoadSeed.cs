using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Bench.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Load;

/// <summary>Offices with clerks who can sign in, and cases that are reviewed for ever.</summary>
internal static class LoadSeed
{
    /// <summary>The sign-in name of a clerk.</summary>
    public static string ClerkOf(int office, int clerk) => string.Create(CultureInfo.InvariantCulture, $"clerk.{office}.{clerk}");

    /// <summary>Makes the rows through the use cases, and spreads the cases over the offices.</summary>
    public static async Task MakeAsync(BenchHost host, int offices, int clerks, int cases)
    {
        await host.InScopeAsync(async services =>
        {
            var (context, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>());
            for (var office = 0; office < offices; office++)
            {
                context.Regions.Add(new Region
                {
                    Code = Code(office), Path = PathOf(office), ParentCode = BenchHost.Region, Level = RegionLevel.County, Name = new LocalText($"示例县{office}", $"County {office}"),
                });
                context.AddRange(Enumerable.Range(0, clerks).SelectMany(c => Clerk(ids.Next(), office, c)));
            }

            return await context.SaveChangesAsync();
        });
        var applicant = await host.ApplicantAsync();
        for (var i = 0; i < cases; i++)
        {
            await MoveAsync(host, await host.SubmitAsync("ring", applicant), i % offices);
        }
    }

    private static string Code(int office) => string.Create(CultureInfo.InvariantCulture, $"1001{office:D2}");

    private static string PathOf(int office) => $"{BenchHost.Path}{Code(office)}/";

    private static IEnumerable<object> Clerk(Guid id, int office, int number)
    {
        var name = ClerkOf(office, number);
        yield return new User
        {
            Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, IsStaff = true, IsDemo = true,
            SecurityStamp = id.ToString("N"), EmailConfirmed = true,
        };
        yield return new RoleAssignment { Id = id, UserId = id, Role = Roles.Reviewer, RegionCode = Code(office), RegionPath = PathOf(office) };
    }

    /// <summary>The case's region says who reviews it from the next step on; the task that is open now moves with it.</summary>
    private static Task<int> MoveAsync(BenchHost host, Guid id, int office) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var (code, path, key) = (Code(office), PathOf(office), CandidateKey.Role(Roles.Reviewer, Code(office)));
        await context.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(r => r.RegionCode, code).SetProperty(r => r.RegionPath, path));
        return await context.TaskCandidates.Where(c => context.TaskItems.Any(t => t.Id == c.TaskId && t.CaseId == id))
            .ExecuteUpdateAsync(c => c.SetProperty(r => r.Key, key));
    });
}
