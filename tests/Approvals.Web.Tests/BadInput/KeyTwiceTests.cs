using System.Text.Json;
using Approvals.Application.ApiKeys;
using Approvals.Web.Tests.ApiKeys;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once on keys and webhooks.</summary>
[Collection(SharedCare.Name)]
public sealed class KeyTwiceTests(CarefulProduct server)
{
    /// <summary>A host of the list of this installation; nobody is there.</summary>
    public const string Host = "https://told.example.org";

    [Fact, Holds(Bad.Twice, "POST /api/keys"), Holds(Bad.Twice, "DELETE /api/keys/{id}")]
    public async Task Key_MadeAndRevokedTwice_IsOneThatIsRevoked()
    {
        var owner = await server.SignInAsync("sun.deming");
        await ConfirmAsync(owner);
        var made = await owner.TwiceAsync("POST", "/api/keys", await KeyAsync(owner));
        Twins.OneDone(made, 409);
        Assert.Equal((409, "keys.made"), (made[1].Status, made[1].Code));

        Twins.BothDone(await owner.TwiceAsync("DELETE", $"/api/keys/{made[0]["key"].GetProperty("id").GetString()}"));
        Assert.Equal("revoked", Assert.Single((await owner.GetAsync("/api/keys"))["keys"].EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact, Holds(Bad.Twice, "POST /api/webhooks"), Holds(Bad.Twice, "POST /api/webhooks/{id}/trial")]
    [Holds(Bad.Twice, "POST /api/webhook-deliveries/{id}/resend"), Holds(Bad.Twice, "DELETE /api/webhooks/{id}")]
    public async Task Webhook_MadeTriedSentAgainAndEndedTwice_IsOneOfEach()
    {
        var owner = await server.SignInAsync("sun.deming");
        var made = await owner.TwiceAsync("POST", "/api/webhooks", Hook());
        Twins.OneDone(made, 409);
        var hook = made[0]["webhook"].GetProperty("id").GetString();

        Twins.BothDone(await owner.TwiceAsync("POST", $"/api/webhooks/{hook}/trial", new { idempotencyKey = "click-0001" }));
        var delivery = Assert.Single((await owner.GetAsync($"/api/webhooks/{hook}/deliveries"))["items"].EnumerateArray()).GetProperty("id").GetString();
        Twins.BothDone(await owner.TwiceAsync("POST", $"/api/webhook-deliveries/{delivery}/resend"));
        Assert.Equal(1, await server.CountAsync(c => c.OutboxMessages.Where(m => m.Kind == "webhook" && m.Payload.Contains(delivery!))));
        Twins.BothDone(await owner.TwiceAsync("DELETE", $"/api/webhooks/{hook}"));
        Assert.NotEqual(JsonValueKind.Null, Assert.Single((await owner.GetAsync("/api/webhooks"))["webhooks"].EnumerateArray()).GetProperty("endedAt").ValueKind);
    }

    /// <summary>A key, a webhook and a delivery of somebody.</summary>
    internal static async Task<(string Key, string Hook, string Delivery)> MakeAsync(Visitor owner)
    {
        await ConfirmAsync(owner);
        var key = await owner.PostAsync("/api/keys", await KeyAsync(owner));
        var hook = (await owner.PostAsync("/api/webhooks", Hook()))["webhook"].GetProperty("id").GetString()!;
        Assert.Equal(204, (await owner.PostAsync($"/api/webhooks/{hook}/trial", new { idempotencyKey = "click-0001" })).Status);
        return (key["key"].GetProperty("id").GetString()!, hook, (await owner.GetAsync($"/api/webhooks/{hook}/deliveries"))["items"][0].GetProperty("id").GetString()!);
    }

    private static async Task ConfirmAsync(Visitor owner) =>
        Assert.Equal(204, (await owner.PostAsync("/api/session/confirm-password", new { password = "demo-pass-2026" })).Status);

    private static async Task<object> KeyAsync(Visitor owner) =>
        new { name = "人事系统", scopes = new[] { ApiScopes.ReadCases }, lastDay = await MachineClient.TodayAsync(owner), idempotencyKey = CaseStory.Key() };

    private static object Hook() => new { name = "人事系统", url = $"{Host}/cases", events = new[] { "case.changed" }, idempotencyKey = CaseStory.Key() };
}
