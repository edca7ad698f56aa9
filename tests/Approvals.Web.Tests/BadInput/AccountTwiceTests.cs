using Approvals.Application.People;
using Approvals.Application.SignIn;
using Approvals.Web.Tests.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once around sessions, accounts and their administration.</summary>
[Collection(SharedCare.Name)]
public sealed class AccountTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "POST /api/session"), Holds(Bad.Twice, "POST /api/session/demo"), Holds(Bad.Twice, "DELETE /api/session")]
    public async Task Session_OpenedAndEndedTwice_IsOneSession()
    {
        var visitor = server.Visit();

        Twins.BothDone(await visitor.TwiceAsync("POST", "/api/session", new { userName = "chen.siyu", password = "demo-pass-2026" }));
        Assert.Equal("chen.siyu", (await visitor.GetAsync("/api/session"))["user"].GetProperty("userName").GetString());
        Twins.BothDone(await visitor.TwiceAsync("POST", "/api/session/demo", new { userName = "chen.siyu" }));
        Twins.OneDone(await visitor.TwiceAsync("DELETE", "/api/session"), 403);
        Assert.Equal(401, (await visitor.GetAsync("/api/home")).Status);
    }

    /// <summary>The second click of a visitor, read when the first has signed in: its token is a visitor's, its cookie a session's.</summary>
    [Theory]
    [InlineData("/api/session")]
    [InlineData("/api/session/demo")]
    public async Task SignIn_WithTheTokenOfAVisitor_IsAnsweredAgainAsBefore(string address)
    {
        var caller = Caller.Fresh(server);
        await caller.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);
        var visitors = caller.Cookies["XSRF-TOKEN"];
        var request = new { userName = "chen.siyu", password = "demo-pass-2026" };
        var first = await caller.TakeAsync(HttpMethod.Post, address, Caller.Json(request));
        caller.Cookies["XSRF-TOKEN"] = visitors;

        var second = await caller.SendAsync(HttpMethod.Post, address, Caller.Json(request));

        Assert.Equal((200, 200), (first.Status, second.Status));
        var other = await caller.SendAsync(HttpMethod.Post, "/api/phrases", Caller.Json(new { text = "材料齐全" }));
        Assert.Equal((403, "request.antiforgery"), (other.Status, other.Code));
    }

    [Fact, Holds(Bad.Twice, "POST /api/session/two-factor")]
    public async Task TwoFactor_EnteredTwiceWithoutAPassword_OpensNothing()
    {
        var visitor = server.Visit();

        Assert.All(await visitor.TwiceAsync("POST", "/api/session/two-factor", new { code = "000000" }), a => Assert.Equal("signin.passwordFirst", a.Code));
        Assert.Equal(401, (await visitor.GetAsync("/api/home")).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/session/confirm-password"), Holds(Bad.Twice, "POST /api/me/reveal")]
    public async Task Password_ConfirmedTwice_ShowsOwnValuesInFull()
    {
        var visitor = await server.SignInAsync("lam.kaho");
        Assert.All(await visitor.TwiceAsync("POST", "/api/me/reveal"), a => Assert.Equal("rights.confirmFirst", a.Code));

        Twins.BothDone(await visitor.TwiceAsync("POST", "/api/session/confirm-password", new { password = "demo-pass-2026" }));

        var shown = await visitor.TwiceAsync("POST", "/api/me/reveal");
        Assert.Equal(shown[0].Body.ToString(), shown[1].Body.ToString());
        Assert.DoesNotContain("****", shown[0].Body.ToString(), StringComparison.Ordinal);
    }

    [Fact, Holds(Bad.Twice, "POST /api/account/register"), Holds(Bad.Twice, "POST /api/account/confirm")]
    public async Task Account_RegisteredAndConfirmedTwice_IsOneAccount()
    {
        var visitor = server.Visit();
        var someone = new { name = "双击人", email = "twice@example.com", userName = "twice.person", password = "demo-pass-2026" };

        Twins.OneDone(await visitor.TwiceAsync("POST", "/api/account/register", someone), 409);

        Assert.Equal(1, await server.CountAsync(c => c.Users.Where(u => u.UserName == someone.userName)));
        Assert.Equal(1, await server.CountAsync(c => c.RoleAssignments.Where(a => c.Users.Any(u => u.Id == a.UserId && u.UserName == someone.userName))));
        var (id, token) = await TokenAsync(someone.userName, (users, user) => users.GenerateEmailConfirmationTokenAsync(user));
        Twins.OneDone(await visitor.TwiceAsync("POST", "/api/account/confirm", new { userId = id, token }), 409);
        Assert.Equal(200, (await visitor.PostAsync("/api/session", new { someone.userName, someone.password })).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/account/forgot"), Holds(Bad.Twice, "POST /api/account/reset")]
    public async Task Password_ForgottenAndResetTwice_IsOneMailAndOnePassword()
    {
        var visitor = server.Visit();

        Twins.BothDone(await visitor.TwiceAsync("POST", "/api/account/forgot", new { email = "emily.carter@example.com" }));
        var (id, token) = await TokenAsync("emily.carter", (users, user) => users.GeneratePasswordResetTokenAsync(user));
        var key = $"{AccountMails.Reset}:{Guid.Parse(id):N}:";
        Assert.Equal(1, await server.CountAsync(c => c.OutboxMessages.Where(m => m.IdempotencyKey.StartsWith(key))));

        Twins.OneDone(await visitor.TwiceAsync("POST", "/api/account/reset", new { userId = id, token, password = "another-pass-7" }), 400, 409);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "account.passwordReset" && e.SubjectId == id)));
        Assert.Equal(200, (await visitor.PostAsync("/api/session", new { userName = "emily.carter", password = "another-pass-7" })).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/account/password")]
    public async Task Password_ChangedTwice_IsChangedOnce()
    {
        const string User = "hao.jie", Changed = "another-pass-7";
        var visitor = await server.SignInAsync(User);
        var elsewhere = await server.SignInAsync(User);

        Twins.OneDone(await visitor.TwiceAsync("POST", "/api/account/password", new { current = "demo-pass-2026", password = Changed }), 401, 403, 409);

        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "account.passwordChanged")));
        Assert.Equal(200, (await visitor.GetAsync("/api/me")).Status);
        Assert.Equal(401, (await elsewhere.GetAsync("/api/me")).Status);
        Assert.Equal(200, (await server.Visit().PostAsync("/api/session", new { userName = User, password = Changed })).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/account/two-factor")]
    public async Task SecondFactor_TurnedOnTwice_GivesOneSetOfCodesThatWork()
    {
        var visitor = await server.SignInAsync("luo.jun");
        var code = Authenticator.CodeOf((await visitor.GetAsync("/api/account/two-factor")).Text("secret"));

        var answers = await visitor.TwiceAsync("POST", "/api/account/two-factor", new { code });

        Twins.OneDone(answers, 401, 409);
        var codes = Assert.Single(answers, a => a.Status == 200)["codes"].EnumerateArray().Select(c => c.GetString()!).ToList();
        var again = server.Visit();
        Assert.True((await again.PostAsync("/api/session", new { userName = "luo.jun", password = "demo-pass-2026" }))["needsTwoFactor"].GetBoolean());
        Assert.Equal(200, (await again.PostAsync("/api/session/two-factor", new { code = codes[0] })).Status);
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/admin/people"), Holds(Bad.Twice, "PUT /api/admin/people/{id}")]
    [Holds(Bad.Twice, "POST /api/admin/people/{id}/unlock"), Holds(Bad.Twice, "POST /api/admin/people/{id}/reset-two-factor")]
    public async Task Account_AdministeredTwice_IsChangedOnce()
    {
        var admin = await server.SignInAsync("admin.system");
        var clerk = new { userName = "clerk.twice", name = "双击", email = "clerk.twice@example.com", kind = "staff" };

        var made = await admin.TwiceAsync("POST", "/api/admin/people", clerk);
        Assert.Equal([200, 409], made.Select(a => a.Status));
        var address = $"/api/admin/people/{made[0].Text("id")}";

        Assert.Equal(1, await server.CountAsync(c => c.Users.Where(u => u.UserName == clerk.userName)));
        Twins.OneDone(await admin.TwiceAsync("PUT", address, new { name = "改名", clerk.email, disabled = false }), 409);
        Twins.OneDone(await admin.TwiceAsync("POST", $"{address}/unlock"), 409);
        Twins.OneDone(await admin.TwiceAsync("POST", $"{address}/reset-two-factor"), 409);
        Assert.Equal("改名", await server.ReadAsync(c => Task.FromResult(c.Users.Single(u => u.UserName == clerk.userName).DisplayName)));
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/people/{id}/roles"), Holds(Bad.Twice, "POST /api/admin/people/{id}/roles/{assignmentId}/end")]
    public async Task Role_GivenAndTakenTwice_IsOneRole()
    {
        var security = await server.SignInAsync("admin.security");
        var id = (await security.GetAsync("/api/admin/people?q=tian.hai"))["items"][0].GetProperty("id").GetString();
        var address = $"/api/admin/people/{id}/roles";

        var given = await security.TwiceAsync("POST", address, new { role = "Lead", region = "220200", reason = "任组长" });
        Assert.Equal([200, 409], given.Select(a => a.Status));
        Assert.Single((await security.GetAsync(address)).Body.EnumerateArray(), r => r.GetProperty("role").ValueEquals("Lead"));

        Twins.OneDone(await security.TwiceAsync("POST", $"{address}/{given[0].Text("id")}/end", new { reason = "卸任" }), 404, 409);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "roles.removed" && e.SubjectId == id)));
    }

    [Fact]
    [Holds(Bad.Twice, "DELETE /api/me/sessions"), Holds(Bad.Twice, "DELETE /api/me/sessions/{id}")]
    [Holds(Bad.Twice, "DELETE /api/admin/people/{id}/sessions"), Holds(Bad.Twice, "DELETE /api/admin/people/{id}/sessions/{sessionId}")]
    public async Task Sessions_EndedTwice_AreOverAtOnce_AndTheOneThatAsksGoesOn()
    {
        var (here, there, third) = (await server.SignInAsync("ren.kai"), await server.SignInAsync("ren.kai"), await server.SignInAsync("ren.kai"));
        var listed = (await here.GetAsync("/api/me/sessions")).Body.EnumerateArray().ToList();
        Assert.Equal(3, listed.Count);
        var other = (await there.GetAsync("/api/me/sessions")).Body.EnumerateArray().Single(s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        Twins.OneDone(await here.TwiceAsync("DELETE", $"/api/me/sessions/{other}"), 404);
        Assert.Equal([200, 401, 200], new[] { await here.GetAsync("/api/me"), await there.GetAsync("/api/me"), await third.GetAsync("/api/me") }.Select(a => a.Status));
        Twins.BothDone(await here.TwiceAsync("DELETE", "/api/me/sessions"));
        Assert.Equal([200, 401], new[] { await here.GetAsync("/api/me"), await third.GetAsync("/api/me") }.Select(a => a.Status));

        var admin = await server.SignInAsync("admin.system");
        var id = (await admin.GetAsync("/api/admin/people?q=ren.kai"))["items"][0].GetProperty("id").GetString();
        var address = $"/api/admin/people/{id}/sessions";
        var last = Assert.Single((await admin.GetAsync(address)).Body.EnumerateArray()).GetProperty("id").GetString();
        Twins.OneDone(await admin.TwiceAsync("DELETE", $"{address}/{last}"), 404);
        Assert.Equal(401, (await here.GetAsync("/api/me")).Status);
        var again = await server.SignInAsync("ren.kai");
        Twins.BothDone(await admin.TwiceAsync("DELETE", address));
        Assert.Equal(401, (await again.GetAsync("/api/me")).Status);
        Assert.Equal(403, (await (await server.SignInAsync("xu.lei")).DeleteAsync(address)).Status);
    }

    private async Task<(string Id, string Token)> TokenAsync(string name, Func<UserManager<User>, User, Task<string>> make)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByNameAsync(name))!;
        return (user.Id.ToString(), await make(users, user));
    }
}
