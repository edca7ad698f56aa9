using Approvals.Application.Rights;
using Approvals.Application.SavedViews;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.Inbox;

/// <summary>Views of the inbox that people save.</summary>
public sealed class SavedViewTests
{
    [Theory, AllDatabases]
    public async Task Save_UnderTheSameName_ChangesTheViewOfThatPersonAlone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await SaveAsync(host, host.First, "红黄灯", "tab=todo&due=red");
        await SaveAsync(host, host.Second, "红黄灯", "tab=done");

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SaveAsync(host, host.First, " 红黄灯 ", "tab=todo&due=yellow", "service", "marks"))));

        Assert.All(both, r => Assert.Null(r.Error));
        var own = Assert.Single(await ListAsync(host, host.First));
        Assert.Equal(("红黄灯", "tab=todo&due=yellow"), (own.Name, own.Query));
        Assert.Equal(["service", "marks"], own.Columns);
        Assert.Equal("tab=done", Assert.Single(await ListAsync(host, host.Second)).Query);
    }

    [Theory, AllDatabases]
    public async Task Delete_OfSomebodyElsesView_FindsNone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = Guid.Parse((await SaveAsync(host, host.First, "视图", "tab=todo")).Value.Id);

        var other = await host.UseAsync<KeepViews, Result<Unit>>(u => u.DeleteAsync(id, host.Second, default));
        var own = await host.UseAsync<KeepViews, Result<Unit>>(u => u.DeleteAsync(id, host.First, default));

        Assert.Equal(ErrorKind.NotFound, other.Error?.Kind);
        Assert.Null(own.Error);
        Assert.Empty(await ListAsync(host, host.First));
    }

    [Fact]
    public async Task Save_OfWhatWasSearchedFor_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal("views.query", (await SaveAsync(host, host.First, "视图", "tab=todo&q=%E5%BC%A0")).Error?.Code);
    }

    [Fact]
    public async Task Save_OfMoreThanMayBeKept_IsRefusedButOldOnesChange()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        for (var i = 0; i < KeepViews.Most; i++)
        {
            Assert.Null((await SaveAsync(host, host.First, $"{i}", "tab=todo")).Error);
        }

        Assert.Equal("views.tooMany", (await SaveAsync(host, host.First, "one more", "tab=todo")).Error?.Code);
        Assert.Null((await SaveAsync(host, host.First, "0", "tab=done")).Error);
    }

    private static Task<Result<SavedViewDto>> SaveAsync(CaseHost host, CurrentUser user, string name, string query, params string[] columns) =>
        host.UseAsync<KeepViews, Result<SavedViewDto>>(u => u.SaveAsync(new KeepViews.Request(name, query, columns), user, default));

    private static Task<IReadOnlyList<SavedViewDto>> ListAsync(CaseHost host, CurrentUser user) =>
        host.UseAsync<KeepViews, IReadOnlyList<SavedViewDto>>(u => u.ListAsync(user, default));
}
