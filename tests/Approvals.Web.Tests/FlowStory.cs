using System.Collections.Immutable;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

/// <summary>Services whose flows a test writes itself, and applications for them.</summary>
internal static class FlowStory
{
    /// <summary>Loads a service into the running product.</summary>
    public static async Task LoadAsync(this ProductServer server, FlowPackage package)
    {
        using var started = server.CreateClient();
        await using var scope = server.Services.CreateAsyncScope();
        var import = await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(
            new PackageTree([package.Folder], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty), default);
        Assert.Empty(import.Broken);
    }

    /// <summary>Applies for such a service; the case's id.</summary>
    public static async Task<string> ApplyAsync(this Visitor applicant, string service)
    {
        var draft = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { name = "张试", amount = 12, account = "6222000011112222" }, etag });
        var sent = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(sent.Status == 200, sent.Body.ToString());
        return sent.Text("caseId");
    }
}
