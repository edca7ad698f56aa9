using Approvals.Application.Jobs;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Upkeep;

/// <summary>Operators read what a job is for, in their language, and not its code.</summary>
public sealed class JobNamesTests
{
    [Fact]
    public async Task Jobs_OfThePlatform_AllHaveANameInBothLanguages()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);

        var names = await host.Host.InScopeAsync(s => Task.FromResult(s.GetServices<IJob>().Select(j => j.Name).ToList()));

        Assert.True(names.Count > 10, $"{names.Count}");
        var texts = host.Host.Services.GetRequiredService<MessageCatalog>().Texts;
        Assert.DoesNotContain(names, n => !texts.TryGetValue($"jobs.name.{n}", out var title) || title.Zh.Length == 0 || title.En.Length == 0);
    }
}
