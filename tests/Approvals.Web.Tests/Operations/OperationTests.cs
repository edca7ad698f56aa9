namespace Approvals.Web.Tests.Operations;

[Collection(SharedProduct.Name)]
public sealed class OperationTests(ProductServer server)
{
    private const string Operator = "ops.cai";

    [Theory]
    [InlineData("zhang.mingyuan")]
    [InlineData("xu.lei")]
    [InlineData("admin.system")]
    [InlineData("admin.security")]
    public async Task Incidents_ForWhoDoesNotOperate_AreForbidden(string user)
    {
        var visitor = await server.SignInAsync(user);

        Assert.Equal(403, (await visitor.GetAsync("/api/admin/incidents")).Status);
        Assert.Equal(403, (await visitor.PostAsync($"/api/admin/incidents/{Guid.NewGuid()}/retry")).Status);
    }

    [Fact]
    public async Task Incidents_ForOperators_AreListed_AndAnUnknownOneIsNotFound()
    {
        var visitor = await server.SignInAsync(Operator);

        Assert.Equal(200, (await visitor.GetAsync("/api/admin/incidents")).Status);
        Assert.Equal(404, (await visitor.PostAsync($"/api/admin/incidents/{Guid.NewGuid()}/retry")).Status);
    }

    [Fact]
    public async Task Incidents_ForVisitors_NeedSigningIn() => Assert.Equal(401, (await server.Visit().GetAsync("/api/admin/incidents")).Status);

    [Fact]
    public async Task Services_ForOperators_HaveVersionsAndNoProblems()
    {
        var services = (await (await server.SignInAsync(Operator)).GetAsync("/api/admin/services")).Body.EnumerateArray().ToList();

        Assert.NotEmpty(services);
        Assert.All(services, s => Assert.True(s.GetProperty("version").GetInt32() >= 1));
        Assert.All(services, s => Assert.Empty(s.GetProperty("problems").EnumerateArray()));
        Assert.Equal(403, (await (await server.SignInAsync("xu.lei")).GetAsync("/api/admin/services")).Status);
    }

    [Fact]
    public async Task Roles_ForWhoGivesThem_AreNamedInTheirLanguage()
    {
        var roles = (await (await server.SignInAsync("admin.security", "en")).GetAsync("/api/admin/roles")).Body.EnumerateArray().ToList();

        Assert.Contains(roles, r => r.GetProperty("code").GetString() == "Auditor" && r.GetProperty("name").GetString() == "Auditor");
        Assert.All(roles, r => Assert.NotEqual("", r.GetProperty("meaning").GetString()));
        Assert.All(roles, r => Assert.DoesNotContain("role.", r.GetProperty("name").GetString()! + r.GetProperty("meaning").GetString(), StringComparison.Ordinal));
        Assert.Equal(403, (await (await server.SignInAsync("zhang.mingyuan")).GetAsync("/api/admin/roles")).Status);
    }

    [Fact]
    public async Task Regions_ByParent_AreThoseBelowIt()
    {
        var admin = await server.SignInAsync("admin.security");

        Assert.Equal("220000", (await admin.GetAsync("/api/regions")).Body[0].GetProperty("code").GetString());
        var below = (await admin.GetAsync("/api/regions?parent=220100")).Body.EnumerateArray().Select(r => r.GetProperty("code").GetString()).ToList();
        Assert.Contains("220104", below);
        Assert.DoesNotContain("220204", below);
    }

    [Fact]
    public async Task Organisations_ByNameAndKind_AreFound_ForWhoManagesPeople()
    {
        var found = (await (await server.SignInAsync("admin.security")).GetAsync($"/api/organisations?q={Uri.EscapeDataString("朝阳区")}&kind=science")).Body;

        Assert.Contains("科学技术", Assert.Single(found.EnumerateArray()).GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(403, (await (await server.SignInAsync("zhang.mingyuan")).GetAsync("/api/organisations?q=x")).Status);
    }
}
