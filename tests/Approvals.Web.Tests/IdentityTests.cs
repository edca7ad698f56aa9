using Approvals.Application.People;
using Approvals.Web.Tests.BadInput;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class IdentityTests(ProductServer server)
{
    private const string Address = "/api/me/identity";

    [Fact]
    public async Task Identity_OfSomebodyWhoRegistered_FillsTheApplicationIn()
    {
        var visitor = await RegisteredAsync("identity.one");
        Assert.True((await visitor.GetAsync("/api/me"))["mayIdentify"].GetBoolean());

        var kept = await visitor.PostAsync(Address, new { kind = "resident-id", number = "11010519491231002X" });
        var draft = await visitor.GetAsync($"/api/drafts/{(await visitor.PostAsync("/api/services/talent-classification/drafts")).Text("id")}");

        Assert.Equal(200, kept.Status);
        Assert.False(kept["mayIdentify"].GetBoolean());
        var values = draft["state"].GetProperty("values");
        Assert.Equal(("1949-12-31", "female", "11010519491231002X"), (Text(values, "birthDate"), Text(values, "gender"), Text(values, "idNumber")));
        Assert.Equal((409, "account.identityKnown"), Result(await visitor.PostAsync(Address, new { kind = "passport-foreign", number = "AB1234567", birthDate = "1980-01-01" })));
    }

    [Fact, Holds(Bad.Twice, "POST /api/me/identity")]
    public async Task Identity_EnteredTwiceAtOnce_IsEnteredOnce()
    {
        var visitor = await RegisteredAsync("identity.twice");

        Twins.BothDone(await visitor.TwiceAsync("POST", Address, new { kind = "resident-id", number = "440308199901101512" }));

        Assert.False((await visitor.GetAsync("/api/me"))["mayIdentify"].GetBoolean());
    }

    [Fact]
    public async Task Identity_ThatAnotherPersonHolds_IsRefused()
    {
        var visitor = await RegisteredAsync("identity.two");

        Assert.Equal((409, "account.identityTaken"), Result(await visitor.PostAsync(Address, new { kind = "resident-id", number = "310104198506121038" })));
        Assert.True((await visitor.GetAsync("/api/me"))["mayIdentify"].GetBoolean());
    }

    [Fact]
    public async Task Identity_WithSomethingWrong_NamesTheFieldAndKeepsNothing()
    {
        var visitor = await RegisteredAsync("identity.three");

        Assert.Equal(["kind"], (await visitor.PostAsync(Address, new { kind = "uscc", number = "91220104MA99A00145" })).Wrong);
        Assert.Equal(["number"], (await visitor.PostAsync(Address, new { kind = "resident-id", number = "110105194912310021" })).Wrong);
        Assert.Equal(["birthDate"], (await visitor.PostAsync(Address, new { kind = "passport-foreign", number = "AB1234567" })).Wrong);
        Assert.Equal(["birthDate"], (await visitor.PostAsync(Address, new { kind = "passport-foreign", number = "AB1234567", birthDate = "2999-01-01" })).Wrong);
        Assert.Equal(["number"], (await visitor.PostAsync(Address, new { kind = "resident-id", number = new string('1', 41) })).Wrong);
        Assert.Equal(400, (await visitor.PostAsync(Address, new { kind = "resident-id", number = 7 })).Status);
        Assert.True((await visitor.GetAsync("/api/me"))["mayIdentify"].GetBoolean());
    }

    [Fact]
    public async Task Identity_OfNobodySignedIn_IsRefused() =>
        Assert.Equal(401, (await server.Visit().PostAsync(Address, new { kind = "resident-id", number = "11010519491231002X" })).Status);

    private async Task<Visitor> RegisteredAsync(string name)
    {
        var visitor = server.Visit();
        const string Password = "demo-pass-2026";
        Assert.Equal(204, (await visitor.PostAsync("/api/account/register", new { name = "测试人", email = $"{name}@example.com", userName = name, password = Password })).Status);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            var user = (await users.FindByNameAsync(name))!;
            Assert.True((await users.ConfirmEmailAsync(user, await users.GenerateEmailConfirmationTokenAsync(user))).Succeeded);
        }

        Assert.Equal(200, (await visitor.PostAsync("/api/session", new { userName = name, password = Password })).Status);
        return visitor;
    }

    private static (int, string) Result(Answer answer) => (answer.Status, answer.Code);

    private static string? Text(System.Text.Json.JsonElement values, string key) => values.GetProperty(key).GetString();
}
