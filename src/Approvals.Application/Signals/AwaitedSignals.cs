using Approvals.Application.Cases;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Signals;

/// <summary>Keeps the rows of awaited events in step with the state.</summary>
internal static class AwaitedSignals
{
    private const string EventName = "event";
    private const int Longest = 200;

    internal static async Task ApplyAsync(CaseWork work, WorkflowState before, CancellationToken cancellationToken)
    {
        var (now, then) = (Awaited(work.State), Awaited(before));
        if (now.Count == 0 && then.Count == 0)
        {
            return;
        }

        if (then.Count > 0 && (work.State.Correlation != before.Correlation || then.Keys.Except(now.Keys).Any()))
        {
            await work.Context.AwaitedSignals.Where(s => s.CaseId == work.Case.Id).LoadAsync(cancellationToken);
            Settle(work, now);
        }

        work.Context.AwaitedSignals.AddRange(now.Where(s => !then.ContainsKey(s.Key)).Select(s => new AwaitedSignal
        {
            CaseId = work.Case.Id, BookmarkId = s.Key, Name = s.Value, Correlation = Short(work.State.Correlation), CaseNumber = work.Case.Number,
        }));
    }

    /// <summary>Names and words are told apart by their beginning, as long as a column is.</summary>
    internal static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] : text;

    private static void Settle(CaseWork work, Dictionary<string, string> now)
    {
        foreach (var row in work.Context.AwaitedSignals.Local.Where(s => s.CaseId == work.Case.Id).ToList())
        {
            row.Correlation = Short(work.State.Correlation);
            if (!now.ContainsKey(row.BookmarkId))
            {
                work.Context.AwaitedSignals.Remove(row);
            }
        }
    }

    private static Dictionary<string, string> Awaited(WorkflowState state) => state.Bookmarks.OfType<SignalBookmark>()
        .Where(b => b.Name == EventName).ToDictionary(b => b.Id, b => Short(b.Subject) ?? "", StringComparer.Ordinal);
}
