using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Database;

public sealed class WriteGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, AllDatabases]
    public async Task SaveChanges_OfARowThatIsGone_LeavesTheWayFreeForTheNext(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        await host.AddAsync(rows.User("first"));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => host.WithContextAsync(async context =>
        {
            var user = await context.Users.SingleAsync();
            await context.Users.ExecuteDeleteAsync();
            context.Users.Remove(user);
            return await context.SaveChangesAsync();
        }));
        await host.AddAsync(rows.User("second")).WaitAsync(Patience);

        Assert.Equal("second", await host.WithContextAsync(c => c.Users.Select(u => u.UserName).SingleAsync()));
    }
}
