using Approvals.Application.ApiKeys;
using Approvals.Web.ApiKeys;
using Approvals.Web.Tests.BadInput;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.ApiKeys;

/// <summary>Programs act as their owners, within the scopes of their keys and not a step further.</summary>
[Collection(SharedProduct.Name)]
public sealed class ApiKeyTests(ProductServer server)
{
    [Fact]
    public async Task Key_WithItsScopes_FilesAndReadsAsItsOwner()
    {
        var owner = await server.SignInAsync("li.ruolan");
        var (program, _) = await MachineClient.IssueAsync(server, owner, ApiScopes.FileCases, ApiScopes.ReadCases, ApiScopes.ReadServices);

        var draft = await program.PostAsync("/api/services/talent-classification/drafts");

        Assert.Equal(200, draft.Status);
        Assert.Equal(200, (await owner.GetAsync($"/api/drafts/{draft.Text("id")}")).Status);
        Assert.Equal(200, (await program.GetAsync("/api/cases")).Status);
        Assert.Equal(200, (await program.GetAsync("/api/services")).Status);
        Assert.Equal("inForce", (await owner.GetAsync("/api/keys"))["keys"].EnumerateArray().First().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Key_AtAThingOfSomebodyElse_FindsNothing()
    {
        var draft = (await (await server.SignInAsync("zhou.jianhua")).PostAsync("/api/services/talent-classification/drafts")).Text("id");
        var (program, _) = await MachineClient.IssueAsync(server, await server.SignInAsync("li.ruolan"), ApiScopes.FileCases);

        Assert.Equal(404, (await program.GetAsync($"/api/drafts/{draft}")).Status);
    }

    [Fact]
    public async Task Key_WithoutTheScope_IsToldWhichIsMissing()
    {
        var (program, _) = await MachineClient.IssueAsync(server, await server.SignInAsync("li.ruolan"), ApiScopes.ReadCases);

        var refused = await program.PostAsync("/api/services/talent-classification/drafts");

        Assert.Equal((403, "keys.scopeMissing"), (refused.Status, refused.Code));
        Assert.Contains("cases.file", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/home")]
    [InlineData("/api/me")]
    [InlineData("/api/keys")]
    [InlineData("/api/session")]
    public async Task Key_AtAnAddressOfPeopleAlone_IsRefused(string address)
    {
        var (program, _) = await MachineClient.IssueAsync(server, await server.SignInAsync("li.ruolan"), [.. ApiScopes.All]);

        Assert.Equal((403, "keys.closed"), await StatusAsync(program.GetAsync(address)));
    }

    [Fact]
    public async Task Key_ThatIsWrongRevokedOrOfADisabledAccount_OpensNothing()
    {
        var owner = await server.SignInAsync("li.ruolan");
        var (program, issued) = await MachineClient.IssueAsync(server, owner, ApiScopes.ReadCases);
        var secret = issued.Text("secret");
        var id = issued["key"].GetProperty("id").GetString();
        Assert.Equal(200, (await program.GetAsync("/api/cases")).Status);

        foreach (var wrong in new[] { "", "apk", secret[..^2] + "AA", secret.Replace("apk.", "", StringComparison.Ordinal), $"apk.{Guid.NewGuid():N}.{secret.Split('.')[2]}" })
        {
            Assert.Equal((401, "signin.key"), await StatusAsync(MachineClient.Of(server, wrong).GetAsync("/api/cases")));
        }

        Assert.Equal(404, (await (await server.SignInAsync("zhou.jianhua")).DeleteAsync($"/api/keys/{id}")).Status);
        Assert.Equal(204, (await owner.DeleteAsync($"/api/keys/{id}")).Status);
        Assert.Equal((401, "signin.key"), await StatusAsync(program.GetAsync("/api/cases")));
    }

    [Fact]
    public async Task Key_OfNobody_IsNotSavedByACookieBesideIt()
    {
        var owner = await server.SignInAsync("li.ruolan");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cases");
        request.Headers.Add("Authorization", "Bearer apk.none.none");

        using var response = await owner.Client.SendAsync(request);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Key_AfterItsLastDay_OpensNothing()
    {
        var (program, issued) = await MachineClient.IssueAsync(server, await server.SignInAsync("li.ruolan"), ApiScopes.ReadCases);
        var id = Guid.Parse(issued["key"].GetProperty("id").GetString()!);
        await server.ReadAsync(c => c.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.ExpiresAt, DateTimeOffset.UnixEpoch)));

        Assert.Equal((401, "signin.key"), await StatusAsync(program.GetAsync("/api/cases")));
    }

    [Fact]
    public async Task Issue_WithoutThePasswordConfirmed_AsksForItAndKeepsNoSecret()
    {
        var owner = await server.SignInAsync("emily.carter");
        var body = new { name = "程序", scopes = new[] { ApiScopes.ReadCases }, lastDay = await MachineClient.TodayAsync(owner), idempotencyKey = CaseStory.Key() };

        Assert.Equal((403, "keys.confirmFirst"), await StatusAsync(owner.PostAsync("/api/keys", body)));

        var (_, issued) = await MachineClient.IssueAsync(server, owner, ApiScopes.ReadCases);
        var stored = await server.ReadAsync(c => c.ApiKeys.AsNoTracking().Where(k => k.Id == Guid.Parse(issued["key"].GetProperty("id").GetString()!)).SingleAsync());
        Assert.DoesNotContain(issued.Text("secret").Split('.')[2], Convert.ToBase64String(stored.Hash), StringComparison.Ordinal);
        Assert.Equal(ApiKeySecret.Parse(issued.Text("secret"))!.Hash, stored.Hash);
    }

    [Fact]
    public async Task Issue_WithBadFields_SaysWhichAndWhy()
    {
        var owner = await server.SignInAsync("emily.carter");

        var refused = await owner.PostAsync("/api/keys", new { name = "程序", scopes = new[] { "everything" }, lastDay = "2020-01-01", idempotencyKey = CaseStory.Key() });

        Assert.Equal((422, "keys.fields"), (refused.Status, refused.Code));
        Assert.Equal(["scopes", "lastDay"], refused.Wrong);
    }

    [Fact]
    public async Task Administrator_GetsNoKey_SeesAllAndRevokes()
    {
        var (program, issued) = await MachineClient.IssueAsync(server, await server.SignInAsync("sun.deming"), ApiScopes.ReadCases);
        var administrator = await server.SignInAsync("admin.system");
        var id = issued["key"].GetProperty("id").GetString();

        var body = new { name = "程序", scopes = new[] { ApiScopes.ReadCases }, lastDay = await MachineClient.TodayAsync(administrator), idempotencyKey = CaseStory.Key() };
        Assert.Equal(403, (await administrator.PostAsync("/api/keys", body)).Status);
        Assert.Contains((await administrator.GetAsync("/api/admin/keys")).Body.EnumerateArray(), k => k.GetProperty("id").GetString() == id);
        Assert.Equal(204, (await administrator.DeleteAsync($"/api/keys/{id}")).Status);
        Assert.Equal(401, (await program.GetAsync("/api/cases")).Status);
        Assert.Equal(403, (await (await server.SignInAsync("xu.lei")).GetAsync("/api/admin/keys")).Status);
    }

    [Fact]
    public void Scopes_OfAddresses_AreKnownAndNoneIsOfAdministrationOrSessions()
    {
        using var started = server.CreateClient();
        var open = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<KeyScope>() is not null).ToList();

        Assert.NotEmpty(open);
        Assert.All(open, e => Assert.Contains(e.Metadata.GetMetadata<KeyScope>()!.Scope, ApiScopes.All));
        Assert.All(open, e => Assert.DoesNotMatch("^/api/(admin|session|account|keys|me|team|policy|demo)", e.RoutePattern.RawText!));
    }

    private static async Task<(int, string)> StatusAsync(Task<Answer> answer) => ((await answer).Status, (await answer).Code);
}

/// <summary>A program that asks too often waits; others do not.</summary>
public sealed class ApiKeyRateTests
{
    [Fact]
    public async Task Key_UsedTooOften_IsToldToWaitWhileAnotherGoesOn()
    {
        await using var server = new FewRequests();
        var owner = await server.SignInAsync("li.ruolan");
        var (first, _) = await MachineClient.IssueAsync(server, owner, ApiScopes.ReadCases);
        var (second, _) = await MachineClient.IssueAsync(server, owner, ApiScopes.ReadCases);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await first.GetAsync("/api/cases")).Status);
        }

        Assert.Equal(429, (await first.GetAsync("/api/cases")).Status);
        Assert.Equal(200, (await second.GetAsync("/api/cases")).Status);
    }

    private sealed class FewRequests : ProductServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:KeysAMinute", "3");
        }
    }
}
