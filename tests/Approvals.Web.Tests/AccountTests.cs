using System.Buffers.Binary;
using Approvals.Application.Database;
using Approvals.Application.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class AccountTests(ProductServer server)
{
    [Fact]
    public async Task Register_ThenConfirm_MaySignIn()
    {
        var visitor = server.Visit();
        Assert.Equal(204, (await visitor.PostAsync("/api/account/register", Someone("new.person"))).Status);
        Assert.Equal("signin.confirmFirst", (await SignInAsync(visitor, "new.person")).Code);
        Assert.Equal("signin.wrong", (await visitor.PostAsync("/api/session", new { userName = "new.person", password = "wrong-pass-2026" })).Code);

        var (id, token) = await TokenAsync("new.person", (users, user) => users.GenerateEmailConfirmationTokenAsync(user));
        Assert.Equal(204, (await visitor.PostAsync("/api/account/confirm", new { userId = id, token })).Status);

        Assert.Equal(200, (await SignInAsync(visitor, "new.person")).Status);
    }

    [Fact]
    public async Task Register_WithAKnownAddress_AnswersTheSameAndMakesNoAccount()
    {
        var answer = await server.Visit().PostAsync("/api/account/register", Someone("another.name") with { Email = "zhang.mingyuan@example.com" });

        Assert.Equal(204, answer.Status);
        Assert.False(await InDatabaseAsync(context => context.Users.AnyAsync(u => u.UserName == "another.name")));
    }

    [Fact]
    public async Task Register_WithATakenName_IsRefused() =>
        Assert.Equal("account.userNameTaken", (await server.Visit().PostAsync("/api/account/register", Someone("zhang.mingyuan"))).Code);

    [Theory]
    [InlineData("short1", "password")]
    [InlineData("ninechar9", "password")]
    [InlineData("aaaaaaaaaaaa1", "password")]
    [InlineData("abcabcabcabc1", "password")]
    [InlineData("onlyletters", "password")]
    public async Task Register_WithAWeakPassword_NamesTheField(string password, string field)
    {
        var answer = await server.Visit().PostAsync("/api/account/register", Someone("weak.person") with { Password = password });

        Assert.Equal(422, answer.Status);
        Assert.Contains(field, answer.Wrong);
        Assert.False(await InDatabaseAsync(context => context.Users.AnyAsync(u => u.UserName == "weak.person")));
    }

    /// <summary>As ASP.NET Core Identity writes it: a mark, the function, its rounds, the length of the salt, the salt.</summary>
    [Fact]
    public async Task Password_AsItIsKept_IsSaltedAndSlowToGuess()
    {
        foreach (var name in new[] { "salted.one", "salted.two" })
        {
            Assert.Equal(204, (await server.Visit().PostAsync("/api/account/register", Someone(name) with { Password = "tenchars-1" })).Status);
        }

        var kept = await InDatabaseAsync(context => context.Users.Where(u => u.UserName!.StartsWith("salted.")).Select(u => u.PasswordHash!).ToListAsync());
        var hashes = kept.ConvertAll(Convert.FromBase64String);

        Assert.Equal(2, hashes.Count);
        Assert.All(hashes, h => Assert.Equal((1, 2, 16), (h[0], BinaryPrimitives.ReadInt32BigEndian(h.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(h.AsSpan(9)))));
        Assert.All(hashes, h => Assert.True(BinaryPrimitives.ReadInt32BigEndian(h.AsSpan(5)) >= 100_000));
        Assert.False(hashes[0].AsSpan(13, 16).SequenceEqual(hashes[1].AsSpan(13, 16)));
    }

    [Fact]
    public async Task Register_WithEverythingWrong_NamesEveryField()
    {
        var answer = await server.Visit().PostAsync("/api/account/register", new Registration("", "no-address", "盘古", "x"));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["name", "email", "userName", "password"], answer.Wrong.Distinct());
    }

    [Fact]
    public async Task Confirm_WithAWrongToken_IsRefused()
    {
        var answer = await server.Visit().PostAsync("/api/account/confirm", new { userId = Guid.NewGuid().ToString(), token = "wrong" });

        Assert.Equal((400, "account.token"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Reset_WithTheMailsToken_EndsSessionsAndTakesTheNewPassword()
    {
        var signedIn = await server.SignInAsync("sun.deming");
        Assert.Equal(204, (await server.Visit().PostAsync("/api/account/forgot", new { email = "sun.deming@example.com" })).Status);
        var (id, token) = await TokenAsync("sun.deming", (users, user) => users.GeneratePasswordResetTokenAsync(user));

        Assert.Equal(204, (await server.Visit().PostAsync("/api/account/reset", new { userId = id, token, password = "another-pass-7" })).Status);

        Assert.Equal(401, (await signedIn.GetAsync("/api/home")).Status);
        var visitor = server.Visit();
        Assert.Equal(200, (await visitor.PostAsync("/api/session", new { userName = "sun.deming", password = "another-pass-7" })).Status);
    }

    [Fact]
    public async Task Forgot_WithAnUnknownAddress_AnswersTheSame() =>
        Assert.Equal(204, (await server.Visit().PostAsync("/api/account/forgot", new { email = "nobody@example.com" })).Status);

    [Fact]
    public async Task TwoFactor_WithAWrongCode_StaysOff()
    {
        var visitor = await server.SignInAsync("xu.lei");
        var setup = await visitor.GetAsync("/api/account/two-factor");
        Assert.StartsWith("otpauth://totp/", setup.Text("otpauthUri"), StringComparison.Ordinal);
        Assert.Contains("<svg", setup.Text("qrSvg"), StringComparison.Ordinal);

        var answer = await visitor.PostAsync("/api/account/two-factor", new { code = "000000" });

        Assert.Equal((422, "account.wrongCode"), (answer.Status, answer.Code));
    }

    private static Task<Answer> SignInAsync(Visitor visitor, string user) =>
        visitor.PostAsync("/api/session", new { userName = user, password = "demo-pass-2026" });

    private static Registration Someone(string user) => new("测试人", $"{user}@example.com", user, "demo-pass-2026");

    private async Task<(string Id, string Token)> TokenAsync(string name, Func<UserManager<User>, User, Task<string>> make)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByNameAsync(name))!;
        return (user.Id.ToString(), await make(users, user));
    }

    private async Task<T> InDatabaseAsync<T>(Func<ApprovalsDbContext, Task<T>> read)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>());
    }

    private sealed record Registration(string Name, string Email, string UserName, string Password);
}
