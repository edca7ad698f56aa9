using Approvals.Application.Database;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>A registered relative, ended by two clicks at once.</summary>
[Collection(SharedCare.Name)]
public sealed class RelativeTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "POST /api/family/{id}/end")]
    public async Task Relative_EndedTwice_IsEndedOnce()
    {
        var owner = await server.SignInAsync("liu.bowen");
        var id = await RegisteredAsync(server, "liu.bowen", (await server.BelongingsAsync()).Ids[Thing.Case]);

        Twins.BothDone(await owner.TwiceAsync("POST", $"/api/family/{id}/end"));

        var relative = Assert.Single((await owner.GetAsync("/api/family")).Body.EnumerateArray());
        Assert.Equal((id, "周小试", "子女"), (relative.GetProperty("id").GetString(), relative.GetProperty("name").GetString(), relative.GetProperty("relationName").GetString()));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, relative.GetProperty("endedAt").ValueKind);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.SubjectId == id && e.Action == "family.ended")));
    }

    /// <summary>A child of somebody, registered by a case.</summary>
    internal static async Task<string> RegisteredAsync(ProductServer server, string user, string by)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (context, ids) = (scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), scope.ServiceProvider.GetRequiredService<IIdSource>());
        var person = await context.Users.Where(u => u.UserName == user).Select(u => u.PersonId!.Value).SingleAsync();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var relative = await scope.ServiceProvider.GetRequiredService<PersonRegister>().AddAsync(new PersonDetails("周小试"), now, CancellationToken.None);
        var relation = new FamilyRelation
        {
            Id = ids.Next(), PersonId = person, RelativePersonId = relative.Id, Kind = "child", RegisteredAt = now, CaseId = Guid.Parse(by),
        };
        context.FamilyRelations.Add(relation);
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return relation.Id.ToString();
    }
}
