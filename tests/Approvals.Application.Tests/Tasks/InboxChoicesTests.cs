using System.Collections.Immutable;
using Approvals.Application.Inbox;
using Approvals.TestKit.Time;

namespace Approvals.Application.Tests.Tasks;

/// <summary>When the choices of an inbox are read again.</summary>
public sealed class InboxChoicesTests
{
    private static readonly Guid Reader = new("00000000-0000-0000-0000-000000000001");
    private readonly FakeTimeProvider _time = new();
    private int _read;

    [Fact]
    public async Task Choices_OfAShortInbox_AreReadEachTime()
    {
        var choices = new InboxChoices(_time);

        await ReadAsync(choices, Reader, InboxChoices.Long - 1);
        await ReadAsync(choices, Reader, InboxChoices.Long - 1);

        Assert.Equal(2, _read);
    }

    [Fact]
    public async Task Choices_OfALongInbox_AreReadAgainAfterHalfAMinute()
    {
        var choices = new InboxChoices(_time);

        var first = await ReadAsync(choices, Reader, InboxChoices.Long);
        _time.Advance(TimeSpan.FromSeconds(29));
        var soon = await ReadAsync(choices, Reader, InboxChoices.Long);
        _time.Advance(TimeSpan.FromSeconds(2));
        var later = await ReadAsync(choices, Reader, InboxChoices.Long);

        Assert.Equal(("s1", "s1", "s2"), (first[0].ServiceCode, soon[0].ServiceCode, later[0].ServiceCode));
    }

    [Fact]
    public async Task Choices_OfAnotherReader_AreTheirOwn()
    {
        var choices = new InboxChoices(_time);

        await ReadAsync(choices, Reader, InboxChoices.Long);
        var other = await ReadAsync(choices, new Guid("00000000-0000-0000-0000-000000000002"), InboxChoices.Long);

        Assert.Equal("s2", other[0].ServiceCode);
    }

    private Task<ImmutableArray<InboxChoice>> ReadAsync(InboxChoices choices, Guid reader, int tasks) => choices.OfAsync(reader, tasks, () =>
    {
        _read++;
        return Task.FromResult(ImmutableArray.Create(new InboxChoice($"s{_read}", new LocalText("事项", "Service"), "review", new LocalText("审核", "Review"), "220104")));
    });
}
