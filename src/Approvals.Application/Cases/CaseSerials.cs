using System.Collections.Concurrent;
using Approvals.Application.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Cases;

/// <summary>
/// Gives out serials of case numbers. A node takes a block of 20 for a region, service and day in a short transaction of its
/// own, so that submitting never waits for a counter; what a stopped node had left stays a gap.
/// </summary>
public sealed class CaseSerials(IServiceScopeFactory scopes) : IDisposable
{
    private const int BlockSize = 20;

    private readonly ConcurrentDictionary<SerialKey, Block> _blocks = new();
    private readonly SemaphoreSlim _taking = new(1, 1);

    /// <summary>The next serial, from 1.</summary>
    public async Task<int> NextAsync(string region, string service, DateOnly day, CancellationToken cancellationToken)
    {
        var key = new SerialKey(region, service, day);
        await _taking.WaitAsync(cancellationToken);
        try
        {
            if (!_blocks.TryGetValue(key, out var block) || block.Next == block.End)
            {
                block = await TakeBlockAsync(key, cancellationToken);
            }

            _blocks[key] = block with { Next = block.Next + 1 };
            return block.Next;
        }
        finally
        {
            _taking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _taking.Dispose();

    private async Task<Block> TakeBlockAsync(SerialKey key, CancellationToken cancellationToken)
    {
        foreach (var old in _blocks.Keys.Where(k => k.Day < key.Day.AddDays(-1)))
        {
            _blocks.TryRemove(old, out _);
        }

        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            var row = await context.CaseSerialBlocks.FindAsync([key.Region, key.Service, key.Day], cancellationToken);
            if (row is null)
            {
                row = new CaseSerialBlock { RegionCode = key.Region, ServiceCode = key.Service, Day = key.Day, Next = 1 };
                context.Add(row);
            }

            var first = row.Next;
            row.Next += BlockSize;
            if (await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                return new Block(first, first + BlockSize);
            }
        }
    }

    private readonly record struct SerialKey(string Region, string Service, DateOnly Day);

    private readonly record struct Block(int Next, int End);
}
