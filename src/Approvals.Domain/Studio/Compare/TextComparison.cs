using Approvals.Domain.Studio.Merge;

namespace Approvals.Domain.Studio.Compare;

/// <summary>Compares letters line by line: a line of a letter is a sentence or a paragraph.</summary>
internal static class TextComparison
{
    internal static void Compare(Told told, LocalText letter, string before, string after)
    {
        var (old, @new) = (Lines(before), Lines(after));
        foreach (var change in Sequences.Changes(old, @new))
        {
            string[] gone = [.. old.Skip(change.From).Take(change.Count).Where(IsText)], come = [.. @new.Skip(change.With).Take(change.WithCount).Where(IsText)];
            for (var i = 0; i < Math.Max(gone.Length, come.Length); i++)
            {
                var (was, now) = (gone.ElementAtOrDefault(i), come.ElementAtOrDefault(i));
                told.Add(
                    was is null ? DifferenceAct.Added : now is null ? DifferenceAct.Removed : DifferenceAct.Changed, letter,
                    was is null ? null : CompareWords.Plain(was), now is null ? null : CompareWords.Plain(now), $"line {change.With + 1}");
            }
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool IsText(string line) => line.Trim().Length > 0;
}
