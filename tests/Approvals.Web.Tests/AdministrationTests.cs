namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class AdministrationTests(ProductServer server)
{
    private const string Accounts = "admin.system";
    private const string Security = "admin.security";

    [Theory]
    [InlineData("zhang.mingyuan")]
    [InlineData("xu.lei")]
    public async Task People_ForThoseWhoDoNotAdminister_AreForbidden(string user) =>
        Assert.Equal(403, (await (await server.SignInAsync(user)).GetAsync("/api/admin/people")).Status);

    [Fact]
    public async Task People_Searched_AreFoundWithTheirRoles()
    {
        var answer = await (await server.SignInAsync(Accounts)).GetAsync("/api/admin/people?q=xu.lei");

        var person = Assert.Single(answer["items"].EnumerateArray());
        Assert.Equal("Reviewer", person.GetProperty("roles")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task People_PageByPage_AreAllSeenOnce()
    {
        var admin = await server.SignInAsync(Accounts);
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await admin.GetAsync($"/api/admin/people?cursor={cursor}");
            seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("userName").GetString()!));
            cursor = page["next"].GetString();
        }
        while (cursor is not null);

        Assert.True(seen.Count > 40);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task People_WithACursorOfNobody_IsRefused() =>
        Assert.Equal("paging.cursor", (await (await server.SignInAsync(Accounts)).GetAsync("/api/admin/people?cursor=zzz!")).Code);

    [Fact]
    public async Task CreateAccount_BySystemAdministrator_MakesOne()
    {
        var admin = await server.SignInAsync(Accounts);

        var answer = await admin.PostAsync("/api/admin/people", new { userName = "clerk.new", name = "新科员", email = "clerk.new@example.com", kind = "staff" });

        Assert.Equal(200, answer.Status);
        Assert.Equal("staff", answer.Text("kind"));
        Assert.Equal(409, (await admin.PostAsync("/api/admin/people", new { userName = "clerk.new", name = "同名", email = "x@example.com", kind = "staff" })).Status);
    }

    [Fact]
    public async Task CreateAccount_BySecurityAdministrator_IsForbidden()
    {
        var admin = await server.SignInAsync(Security);

        var answer = await admin.PostAsync("/api/admin/people", new { userName = "clerk.two", name = "科员", email = "clerk.two@example.com", kind = "staff" });

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task DisableAccount_WhileSignedIn_EndsItsSession()
    {
        var victim = await server.SignInAsync("homes.lu");
        var admin = await server.SignInAsync(Accounts);
        var id = await IdAsync(admin, "homes.lu");

        var answer = await admin.PutAsync($"/api/admin/people/{id}", new { name = "陆安", email = "homes.lu@example.com", disabled = true });

        Assert.Equal(200, answer.Status);
        Assert.Equal(401, (await victim.GetAsync("/api/home")).Status);
    }

    [Fact]
    public async Task DisableAccount_OfOneself_IsRefused()
    {
        var admin = await server.SignInAsync(Accounts);
        var id = await IdAsync(admin, Accounts);

        Assert.Equal("account.ownAccount", (await admin.PutAsync($"/api/admin/people/{id}", new { name = "江川", email = "a@example.com", disabled = true })).Code);
    }

    [Theory]
    [InlineData(Accounts, "people services")]
    [InlineData(Security, "people")]
    [InlineData("ops.cai", "services incidents")]
    public async Task Session_OfAnAdministrator_OpensOnlyWhatTheRoleMaySee(string user, string open)
    {
        var areas = (await (await server.SignInAsync(user)).GetAsync("/api/session"))["areas"].EnumerateArray().Select(a => a.GetString());

        Assert.Equal(open.Split(' '), areas.Where(a => a is "people" or "services" or "incidents"));
    }

    [Fact]
    public async Task AssignRole_ThenRemove_WorksAtOnce()
    {
        var security = await server.SignInAsync(Security);
        var person = await server.SignInAsync("hospital.ding");
        var id = await IdAsync(security, "hospital.ding");

        var given = await security.PostAsync($"/api/admin/people/{id}/roles", new { role = "Lead", region = "220104", reason = "调岗" });
        Assert.Equal(200, given.Status);
        Assert.Contains("team", (await person.GetAsync("/api/session"))["areas"].EnumerateArray().Select(a => a.GetString()));

        Assert.Equal(204, (await security.PostAsync($"/api/admin/people/{id}/roles/{given.Text("id")}/end", new { reason = "离岗" })).Status);
        Assert.DoesNotContain("team", (await person.GetAsync("/api/session"))["areas"].EnumerateArray().Select(a => a.GetString()));
    }

    [Theory]
    [InlineData("Nobody", "220104", "rights.unknownRole")]
    [InlineData("Reviewer", "999999", "rights.unknownRegion")]
    [InlineData("EmployerAgent", "220104", "rights.agentNeedsOrganisation")]
    [InlineData("SystemAdmin", "220000", "rights.separation")]
    public async Task AssignRole_ThatCannotBe_IsRefused(string role, string region, string code)
    {
        var security = await server.SignInAsync(Security);
        var id = await IdAsync(security, "cui.yan");

        Assert.Equal(code, (await security.PostAsync($"/api/admin/people/{id}/roles", new { role, region, reason = "调岗" })).Code);
    }

    [Fact]
    public async Task AssignRole_BySystemAdministratorOrToOneself_IsForbidden()
    {
        var system = await server.SignInAsync(Accounts);
        var security = await server.SignInAsync(Security);
        var (other, own) = (await IdAsync(system, "cui.yan"), await IdAsync(security, Security));

        Assert.Equal(403, (await system.PostAsync($"/api/admin/people/{other}/roles", new { role = "Lead", region = "220204", reason = "调岗" })).Status);
        Assert.Equal("rights.ownRoles", (await security.PostAsync($"/api/admin/people/{own}/roles", new { role = "Lead", region = "220204", reason = "调岗" })).Code);
    }

    [Fact]
    public async Task RemoveRole_OfSomebodyElsesAssignment_IsNotFound()
    {
        var security = await server.SignInAsync(Security);
        var id = await IdAsync(security, "cui.yan");

        Assert.Equal(404, (await security.PostAsync($"/api/admin/people/{id}/roles/{Guid.NewGuid()}/end", new { reason = "离岗" })).Status);
    }

    private static async Task<string> IdAsync(Visitor admin, string user) =>
        (await admin.GetAsync($"/api/admin/people?q={user}"))["items"][0].GetProperty("id").GetString()!;
}
