using Approvals.Application.Relatives;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Relatives;

/// <summary>A case registers a relative of whom the answers of its form tell.</summary>
public sealed class RegisterRelativeTests
{
    private const string Service = "small-family";

    [Theory, AllDatabases]
    public async Task Register_OfAnswers_MakesAPersonAndARelationAndPutsNothingPersonalInTheEvent(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);

        var id = await host.CaseAsync(Service);

        var relation = await host.ReadAsync(c => c.FamilyRelations.AsNoTracking().SingleAsync());
        Assert.Equal((host.Applicant.PersonId, "child", (Guid?)id), (relation.PersonId, relation.Kind, relation.CaseId));
        var relative = Assert.Single(await host.UseAsync<FamilyView, IReadOnlyList<RelativeDto>>(v => v.OfUserAsync(host.Applicant, default)));
        Assert.Equal(("张试", "子女", null), (relative.Name, relative.RelationName, relative.EndedAt));
        var events = await host.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id).Select(e => e.Effects + e.Event + e.Facts).ToListAsync());
        Assert.Contains(events, e => e.Contains("RegisterRelation", StringComparison.Ordinal));
        Assert.DoesNotContain(events, e => e.Contains("6222000011112222", StringComparison.Ordinal) || e.Contains("张试", StringComparison.Ordinal));
    }

    [Theory, AllDatabases]
    public async Task Register_OfTheSameDocumentAfterTheEnd_FindsThePersonAndStandsAgain(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.CaseAsync(Service);
        var before = await host.ReadAsync(c => c.FamilyRelations.AsNoTracking().SingleAsync());
        Assert.Null((await host.UseAsync<EndRelation, Result<Unit>>(e => e.HandleAsync(new EndRelation.Request(before.Id), host.Applicant, default))).Error);
        Assert.NotNull((await host.ReadAsync(c => c.FamilyRelations.AsNoTracking().SingleAsync())).EndedAt);

        await host.CaseAsync(Service);

        var after = await host.ReadAsync(c => c.FamilyRelations.AsNoTracking().SingleAsync());
        Assert.Equal((before.Id, before.RelativePersonId, null), (after.Id, after.RelativePersonId, after.EndedAt));
    }

    [Theory, AllDatabases]
    public async Task End_BySomebodyElse_FindsNothing(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.CaseAsync(Service);
        var relation = await host.ReadAsync(c => c.FamilyRelations.AsNoTracking().SingleAsync());

        var refused = await host.UseAsync<EndRelation, Result<Unit>>(e => e.HandleAsync(new EndRelation.Request(relation.Id), host.First, default));

        Assert.Equal("rights.notFound", refused.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Register_WithoutADocument_IsAnIncident(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Flow(new { name = "name" }));

        var id = await host.CaseAsync(Service);

        Assert.Equal("family.incomplete", await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Code).SingleAsync()));
        Assert.False(await host.ReadAsync(c => c.FamilyRelations.AnyAsync()));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Flow(new { name = "name", idType = "name", idNumber = "account" }));
        return host;
    }

    private static FlowPackage Flow(object relative) => FlowPackage.Begin(Service)
        .Step("register", "Approvals.RegisterRelative", ("form", "application"), ("relation", "child"), ("relative", relative)).End("end", "granted").Ways("apply>register", "register>end");
}
