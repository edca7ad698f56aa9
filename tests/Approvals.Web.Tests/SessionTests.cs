using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class SessionTests(ProductServer server)
{
    [Fact]
    public async Task Session_OfNobody_ListsDemoPeopleAndNotices()
    {
        var session = await server.Visit().GetAsync("/api/session");

        Assert.Equal(200, session.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, session["user"].ValueKind);
        Assert.True(session["demoUsers"].GetArrayLength() > 20);
        Assert.Equal("notices", session["areas"][0].GetString());
    }

    [Fact]
    public async Task SignIn_WithPassword_OpensTheApplicantsPages()
    {
        var visitor = server.Visit();

        var session = await visitor.PostAsync("/api/session", new { userName = "zhang.mingyuan", password = "demo-pass-2026" });

        Assert.Equal(200, session.Status);
        Assert.Equal("applicant", session["user"].GetProperty("kind").GetString());
        Assert.Equal("zhang.mingyuan", (await visitor.GetAsync("/api/session"))["user"].GetProperty("userName").GetString());
    }

    [Theory]
    [InlineData("zhang.mingyuan", "wrong-pass-2026")]
    [InlineData("nobody.known", "demo-pass-2026")]
    public async Task SignIn_WithSomethingWrong_SaysTheSame(string user, string password)
    {
        var answer = await server.Visit().PostAsync("/api/session", new { userName = user, password });

        Assert.Equal((401, "signin.wrong"), (answer.Status, answer.Code));
        Assert.StartsWith("用户名或密码不正确。", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_InEnglish_AnswersInEnglish()
    {
        var answer = await server.Visit("en").PostAsync("/api/session", new { userName = "nobody.known", password = "x" });

        Assert.StartsWith("The user name or the password is wrong.", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsLockedForHalfAnHour_WhichIsToldToNobody()
    {
        var visitor = server.Visit();
        List<Answer> wrong = [];
        for (var attempt = 0; attempt < 7; attempt++)
        {
            wrong.Add(await visitor.PostAsync("/api/session", new { userName = "lam.kaho", password = "wrong-pass" }));
        }

        var right = await visitor.PostAsync("/api/session", new { userName = "lam.kaho", password = "demo-pass-2026" });
        var unknown = await visitor.PostAsync("/api/session", new { userName = "nobody.known", password = "wrong-pass" });
        var until = await server.ReadAsync(c => c.Users.Where(u => u.UserName == "lam.kaho").Select(u => u.LockoutEnd).SingleAsync());

        Assert.All(wrong.Append(right), a => Assert.Equal((unknown.Status, unknown.Code, unknown.Detail), (a.Status, a.Code, a.Detail)));
        Assert.InRange((until!.Value - DateTimeOffset.UtcNow).TotalMinutes, 29, 30);
        await server.ReadAsync(c => c.Users.Where(u => u.UserName == "lam.kaho").ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null)));
        Assert.Equal(200, (await visitor.PostAsync("/api/session", new { userName = "lam.kaho", password = "demo-pass-2026" })).Status);
    }

    [Fact]
    public async Task SignOut_AfterSignIn_EndsTheSession()
    {
        var visitor = await server.SignInAsync("li.ruolan");

        await visitor.DeleteAsync("/api/session");

        Assert.Equal(401, (await visitor.GetAsync("/api/home")).Status);
    }

    [Fact]
    public async Task ConfirmPassword_Wrong_IsRefused()
    {
        var visitor = await server.SignInAsync("li.ruolan");

        var answer = await visitor.PostAsync("/api/session/confirm-password", new { password = "not-the-password" });

        Assert.Equal((401, "signin.wrongPassword"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("not-the-password", "another-pass-7", 401, "signin.wrongPassword")]
    [InlineData("demo-pass-2026", "nnnnnnnnnn", 422, "account.password")]
    [InlineData("demo-pass-2026", "short", 422, "request.fields")]
    public async Task ChangePassword_WithWhatWillNotDo_IsRefusedAndTheOldOneStays(string current, string password, int status, string code)
    {
        var visitor = await server.SignInAsync("ji.fang");

        var answer = await visitor.PostAsync("/api/account/password", new { current, password });

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(200, (await visitor.GetAsync("/api/me")).Status);
        Assert.Equal(200, (await server.Visit().PostAsync("/api/session", new { userName = "ji.fang", password = "demo-pass-2026" })).Status);
    }

    [Fact]
    public async Task Change_WithoutAntiforgeryToken_IsRefused()
    {
        using var content = new StringContent("""{"userName":"zhang.mingyuan"}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await server.Visit().Client.PostAsync(new Uri("/api/session/demo", UriKind.Relative), content);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("request.antiforgery", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"userName":"zhang.mingyuan"}""", 400)]
    [InlineData("""{"userName":7,"password":"x"}""", 400)]
    [InlineData("""{"userName":null,"password":"x"}""", 400)]
    [InlineData("not json", 400)]
    [InlineData("""{"userName":"","password":"x"}""", 422)]
    public async Task SignIn_WithABodyThatIsWrong_SaysSo(string body, int status)
    {
        var answer = await server.Visit().PostRawAsync("/api/session", body);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("request.", answer.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithATextThatIsTooLong_NamesTheField()
    {
        var answer = await server.Visit().PostAsync("/api/session", new { userName = new string('x', 300), password = "x" });

        Assert.Equal(422, answer.Status);
        Assert.Equal(["userName"], answer.Wrong);
    }

    [Fact]
    public async Task Address_ThatDoesNotExist_IsAProblem()
    {
        var answer = await (await server.SignInAsync("li.ruolan")).GetAsync("/api/nothing-here");

        Assert.Equal((404, "request.notFound"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Answers_Always_CarrySecurityHeaders()
    {
        using var response = await server.Visit().Client.GetAsync(new Uri("/api/session", UriKind.Relative));

        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
