using Approvals.TestKit.Cases;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Somebody shows the code of a card that has been taken away, or one that never was.</summary>
[Collection(SharedCare.Name)]
public sealed class CardAttackTests(CarefulProduct server)
{
    [Fact]
    public async Task Code_OfARevokedCard_SaysThatItDoesNotHold()
    {
        await server.LoadAsync(FlowPackage.Begin("shown-card").Step("grant", "Approvals.Grant", ("kind", "grant"), ("validFrom", "=today"))
            .End("yes", "granted").Ways("apply>grant", "grant>yes"));
        await server.LoadAsync(FlowPackage.Begin("taken-card")
            .Step("change", "Approvals.ChangeEntitlement", ("change", "revoke"), ("kind", "shown-card/grant"), ("reason", "骗取"))
            .End("yes", "granted").Ways("apply>change", "change>yes"));
        var holder = await server.SignInAsync("li.ruolan");
        await holder.ApplyAsync("shown-card");
        var code = new Uri((await holder.GetAsync("/api/cards")).Body[0].GetProperty("verifyUrl").GetString()!).AbsolutePath;
        var scanned = await server.Visit().GetAsync($"/api{code}");
        Assert.Equal("valid", scanned.Text("status"));

        await holder.ApplyAsync("taken-card");

        var again = await server.Visit().GetAsync($"/api{code}");
        Assert.Equal((200, "revoked"), (again.Status, again.Text("status")));
        Assert.DoesNotContain("骗取", again.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("李若兰", again.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_OfNoCard_IsNotFound() =>
        Assert.Equal(404, (await server.Visit().GetAsync($"/api/verify/{Guid.NewGuid():N}")).Status);

    [Fact]
    public async Task Code_OfAnExpiredCard_SaysThatItDoesNotHold()
    {
        await server.LoadAsync(FlowPackage.Begin("short-card").Step("grant", "Approvals.Grant", ("kind", "grant"), ("validFrom", "=today"), ("validTo", "=today + duration(\"P9D\")"))
            .End("yes", "granted").Ways("apply>grant", "grant>yes"));
        var holder = await server.SignInAsync("zhang.mingyuan");
        var id = Guid.Parse(await holder.ApplyAsync("short-card"));
        var code = new Uri((await holder.GetAsync("/api/cards")).Body.EnumerateArray().Select(c => c.GetProperty("verifyUrl").GetString()!).Last()).AbsolutePath;
        Assert.Equal("valid", (await server.Visit().GetAsync($"/api{code}")).Text("status"));

        var yesterday = DateOnly.Parse((await holder.GetAsync("/api/session")).Text("today"), System.Globalization.CultureInfo.InvariantCulture).AddDays(-1);
        await server.ReadAsync(c => c.Entitlements.Where(e => e.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ValidFrom, yesterday.AddDays(-9)).SetProperty(e => e.ValidTo, yesterday)));

        var scanned = await server.Visit().GetAsync($"/api{code}");
        Assert.Equal((200, "expired"), (scanned.Status, scanned.Text("status")));
        Assert.DoesNotContain("张明远", scanned.Body.ToString(), StringComparison.Ordinal);
    }
}
