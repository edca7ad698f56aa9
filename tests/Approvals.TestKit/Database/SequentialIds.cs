using Approvals.Application.Database;

namespace Approvals.TestKit.Database;

/// <summary>Ids in order from one: repeatable and easy to read in a failure.</summary>
public sealed class SequentialIds : IIdSource
{
    private int _last;

    public Guid Next() => new(0, 0, 0x7000, BitConverter.GetBytes((long)Interlocked.Increment(ref _last)).Reverse().ToArray());

    public Guid Unordered() => Next();
}
