using Approvals.Application.Demonstration;
using Approvals.Application.Forms;
using Approvals.Application.Policies;
using Approvals.Web.Hosting;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Attacks;

/// <summary>What was taken away stays away.</summary>
public sealed class DemonstrationTests(CarefulProduct server) : IClassFixture<CarefulProduct>
{
    [Fact]
    public async Task Start_AfterAPersonWasErased_DoesNotBringThemBack()
    {
        var leaver = await server.SignInAsync("chen.siyu");
        var asked = await leaver.PostAsync("/api/me/data/erasure", new { reason = "不再使用" });
        Assert.True(asked.Status == 200, asked.Body.ToString());
        var decided = await (await server.SignInAsync("qin.yue")).PostAsync(
            $"/api/work/data-requests/{asked.Text("id")}/decide", new { etag = "0", granted = true, reason = "经核实" });
        Assert.True(decided.Status is 200 or 204, decided.Body.ToString());

        var (people, accounts) = (await server.CountAsync(c => c.People), await server.CountAsync(c => c.Users));
        await using (var start = server.Services.CreateAsyncScope())
        {
            var folder = Path.Combine(start.ServiceProvider.GetRequiredService<ProductOptions>().Reference, "demo");
            Assert.Equal(0, await start.ServiceProvider.GetRequiredService<LoadDemonstration>().HandleAsync(folder, CancellationToken.None));
        }

        Assert.Equal((people, accounts), (await server.CountAsync(c => c.People), await server.CountAsync(c => c.Users)));
        Assert.False(await server.ReadAsync(c => c.Users.AnyAsync(u => u.UserName == "chen.siyu")));
    }

    [Fact]
    public async Task Region_ThatHasEnded_IsOfferedNoMore_AndStaysWhereItWasChosen()
    {
        var applicant = await server.SignInAsync("liu.bowen");
        const string Address = "/api/lists/regions?q=220106";
        Assert.Single((await applicant.GetAsync(Address)).Body.EnumerateArray());
        await server.ReadAsync(c => c.Regions.Where(r => r.Code == "220106").ExecuteUpdateAsync(r => r.SetProperty(x => x.EndsOn, new DateOnly(2020, 1, 1))));

        Assert.Empty((await applicant.GetAsync(Address)).Body.EnumerateArray());
        Assert.True(await server.ReadAsync(c => c.Regions.AnyAsync(r => r.Code == "220106")));
        Assert.Contains("220106", await NamedAsync());
    }

    /// <summary>The list by which answers given before are named.</summary>
    private async Task<IEnumerable<string>> NamedAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var services = await scope.ServiceProvider.GetRequiredService<ServiceCatalog>().AllInForceAsync(new DateOnly(2026, 6, 1), CancellationToken.None);
        return (await scope.ServiceProvider.GetRequiredService<NamedLists>().OfAsync("regions", services[0], Guid.Empty, CancellationToken.None)).Select(o => o.Value);
    }
}
