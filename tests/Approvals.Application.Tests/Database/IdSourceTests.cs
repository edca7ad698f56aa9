using Approvals.Application.Database;
using Approvals.TestKit.Time;

namespace Approvals.Application.Tests.Database;

public sealed class IdSourceTests
{
    [Fact]
    public void Next_WhileTheClockStands_CountsUp_AlsoBeyondWhatOneMillisecondHolds()
    {
        var source = new IdSource(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));

        var ids = Enumerable.Range(0, 5000).Select(_ => source.Next()).ToList();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), ids.Select(i => i.ToString()));
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        Assert.Equal(5000, ids.Distinct().Count());
    }
}
