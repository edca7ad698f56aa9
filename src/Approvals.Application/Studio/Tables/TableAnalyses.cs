using System.Collections.Immutable;
using Approvals.Decisions;

namespace Approvals.Application.Studio.Tables;

/// <summary>
/// The analyses of tables of drafts that run or have run on this machine, one for each content: leaving the page stops none, and whoever
/// comes back finds it. The oldest give way.
/// </summary>
public sealed class TableAnalyses : IDisposable
{
    private const int Most = 64;
    private const int AtOnce = 2;

    private readonly Lock _gate = new();
    private readonly LinkedList<Run> _runs = [];
    private readonly SemaphoreSlim _slots = new(AtOnce);

    /// <summary>The analysis of a content, begun when there is none.</summary>
    /// <param name="content">A hash of everything that it rests on.</param>
    /// <param name="begin">The model and the decision's name; asked only when it is begun.</param>
    internal Run Of(string content, Func<(DecisionModel Model, string Decision)> begin)
    {
        lock (_gate)
        {
            var node = _runs.First;
            while (node is not null && node.Value.Content != content)
            {
                node = node.Next;
            }

            if (node is not null)
            {
                _runs.Remove(node);
                _runs.AddFirst(node);
                return node.Value;
            }

            var run = new Run(content);
            var (model, decision) = begin();
            run.Work = Task.Run(() => WorkAsync(run, model, decision));
            _runs.AddFirst(run);
            while (_runs.Count > Most && _runs.Last is { } last)
            {
                _runs.Remove(last);
            }

            return run;
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<ImmutableArray<TableReport>> WorkAsync(Run run, DecisionModel model, string decision)
    {
        await _slots.WaitAsync();
        try
        {
            return TableAnalysis.Of(model, decision, part => run.Part = part);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>One analysis.</summary>
    internal sealed class Run(string content)
    {
        public string Content => content;

        /// <summary>The part that it is at, from 0.</summary>
        public volatile int Part;

        public Task<ImmutableArray<TableReport>> Work { get; set; } = Task.FromResult(ImmutableArray<TableReport>.Empty);
    }
}
