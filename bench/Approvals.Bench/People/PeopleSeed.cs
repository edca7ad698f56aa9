using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Bench.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.People;

/// <summary>Applicants who can sign in, each a person with a case.</summary>
internal static class PeopleSeed
{
    public static string ApplicantOf(int number) => string.Create(CultureInfo.InvariantCulture, $"applicant.{number}");

    public static async Task MakeAsync(BenchHost host, int applicants, string regions, bool withCases)
    {
        await host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<LoadRegions>().HandleAsync(regions, CancellationToken.None);
            return true;
        });
        for (var number = 0; number < applicants; number++)
        {
            var user = await AddAsync(host, number);
            if (withCases)
            {
                await host.SubmitAsync("ring", user);
            }
        }
    }

    private static Task<CurrentUser> AddAsync(BenchHost host, int number) => host.InScopeAsync(async services =>
    {
        var (context, id) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>().Next());
        var name = ApplicantOf(number);
        var details = new PersonDetails(string.Create(CultureInfo.InvariantCulture, $"申请人{number}")) { Email = $"{name}@example.com" };
        var person = await services.GetRequiredService<PersonRegister>().AddAsync(details, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        context.Users.Add(new User
        {
            Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = details.Name, PersonId = person.Id, IsDemo = true,
            SecurityStamp = id.ToString("N"), EmailConfirmed = true,
        });
        context.RoleAssignments.Add(new RoleAssignment { Id = id, UserId = id, Role = Roles.Applicant, RegionCode = BenchHost.Region, RegionPath = BenchHost.Path });
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return new CurrentUser(id, name, [new RoleGrant(Roles.Applicant, BenchHost.Region, BenchHost.Path)]) { PersonId = person.Id };
    });
}
