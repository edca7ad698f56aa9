using Approvals.Application.WaitingLists;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.WaitingLists;

/// <summary>Corrections of places, each with a reason its applicant reads.</summary>
public sealed class CorrectPlaceTests
{
    [Theory]
    [AllDatabases(1, "dabc")]
    [AllDatabases(2, "adbc")]
    [AllDatabases(3, "abdc")]
    [AllDatabases(99, "abcd")]
    public async Task Correct_AmongEquals_PutsItExactlyThere(DatabaseKind kind, int place, string expected)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        Dictionary<Guid, string> names = [];
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            names.Add((await allotment.JoinAsync(name, 1)).Entry, name);
        }

        var moved = await allotment.CorrectAsync(names.Single(n => n.Value == "d").Key, place);

        Assert.Null(moved.Error);
        Assert.Equal(expected, string.Concat((await allotment.OrderAsync()).Select(e => names[e.Id])));
    }

    [Theory, AllDatabases]
    public async Task Correct_BetweenTwoKeys_StaysThereAndIsTold(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        var (first, second, last) = (await allotment.JoinAsync("top", 1), await allotment.JoinAsync("middle", 5), await allotment.JoinAsync("last", 9));

        await allotment.PassAsync(TimeSpan.FromMinutes(1));
        await allotment.CorrectAsync(last.Entry, 2);
        var late = await allotment.JoinAsync("late", 5);

        Assert.Equal([first.Entry, last.Entry, second.Entry, late.Entry], (await allotment.OrderAsync()).Select(e => e.Id));
        var change = (await allotment.PlaceAsync(last.Entry, last.Person)).History[^1];
        Assert.Equal(("corrected", 3, 2, "层次登记有误"), (change.Kind, change.From!.Value, change.To!.Value, change.Reason));
        Assert.Equal(1, await allotment.Host.ReadAsync(c => c.Notifications.CountAsync(n => n.UserId == last.Person.Id && n.Template == "waiting.corrected.news")));
    }

    [Theory, AllDatabases]
    public async Task Correct_WithAnOldPageOrByAnOutsider_ChangesNothing(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        var (one, other) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 2));

        var stale = await allotment.CorrectAsync(other.Entry, 1, etag: "7");
        var foreign = await allotment.CorrectAsync(other.Entry, 1, allotment.Outsider);
        var own = await allotment.CorrectAsync(other.Entry, 1, other.Person);
        var nowhere = await allotment.CorrectAsync(other.Entry, 0);

        Assert.Equal(("rights.stale", ErrorKind.NotFound, ErrorKind.NotFound, "waiting.noSuchPlace"), (stale.Error?.Code, foreign.Error?.Kind, own.Error?.Kind, nowhere.Error?.Code));
        Assert.Equal([one.Entry, other.Entry], (await allotment.OrderAsync()).Select(e => e.Id));
    }

    [Theory, AllDatabases]
    public async Task Read_OfAList_GoesPageByPageInOrder(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        var joined = new List<Guid>();
        for (var i = 0; i < 52; i++)
        {
            joined.Add((await allotment.JoinAsync($"p{i:00}", i / 20)).Entry);
        }

        var first = await allotment.Host.UseAsync<WaitingPlaces, Result<Paging.Page<WaitingEntryDto>>>(u => u.ListAsync(allotment.List, null, allotment.Provider, default));
        var second = await allotment.Host.UseAsync<WaitingPlaces, Result<Paging.Page<WaitingEntryDto>>>(u => u.ListAsync(allotment.List, first.Value.Next, allotment.Provider, default));

        var all = first.Value.Items.Concat(second.Value.Items).ToList();
        Assert.Equal(joined, all.Select(e => Guid.Parse(e.Id)));
        Assert.Equal(Enumerable.Range(1, 52), all.Select(e => e.Place!.Value));
        Assert.Null(second.Value.Next);
    }
}
