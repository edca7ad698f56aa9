using System.Collections.Immutable;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Approvals.Web.Tests.BadInput;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Somebody shows the code of a card that has been taken away, or one that never was.</summary>
[Collection(SharedCare.Name)]
public sealed class CardAttackTests(CarefulProduct server)
{
    [Fact]
    public async Task Code_OfARevokedCard_SaysThatItDoesNotHold()
    {
        await LoadAsync(FlowPackage.Begin("shown-card").Step("grant", "Approvals.Grant", ("kind", "grant"), ("validFrom", "=today"))
            .End("yes", "granted").Ways("apply>grant", "grant>yes"));
        await LoadAsync(FlowPackage.Begin("taken-card")
            .Step("change", "Approvals.ChangeEntitlement", ("change", "revoke"), ("kind", "shown-card/grant"), ("reason", "骗取"))
            .End("yes", "granted").Ways("apply>change", "change>yes"));
        var holder = await server.SignInAsync("li.ruolan");
        await SubmitAsync(holder, "shown-card");
        var code = new Uri((await holder.GetAsync("/api/cards")).Body[0].GetProperty("verifyUrl").GetString()!).AbsolutePath;
        var scanned = await server.Visit().GetAsync($"/api{code}");
        Assert.Equal("valid", scanned.Text("status"));

        await SubmitAsync(holder, "taken-card");

        var again = await server.Visit().GetAsync($"/api{code}");
        Assert.Equal((200, "revoked"), (again.Status, again.Text("status")));
        Assert.DoesNotContain("骗取", again.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("李若兰", again.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_OfNoCard_IsNotFound() =>
        Assert.Equal(404, (await server.Visit().GetAsync($"/api/verify/{Guid.NewGuid():N}")).Status);

    private async Task LoadAsync(FlowPackage package)
    {
        using var started = server.CreateClient();
        await using var scope = server.Services.CreateAsyncScope();
        var import = await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(
            new PackageTree([package.Folder], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty), default);
        Assert.Empty(import.Broken);
    }

    private static async Task SubmitAsync(Visitor applicant, string service)
    {
        var draft = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { name = "李若兰", amount = 12, account = "6222000011112222" }, etag });
        var sent = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(sent.Status == 200, sent.Body.ToString());
    }
}
