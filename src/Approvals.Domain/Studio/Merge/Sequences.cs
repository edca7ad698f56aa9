namespace Approvals.Domain.Studio.Merge;

/// <summary>A stretch of a sequence that another has otherwise.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Count">How many elements it takes out.</param>
/// <param name="With">Where what stands for them begins in the other.</param>
/// <param name="WithCount">How many those are.</param>
internal sealed record SequenceChange(int From, int Count, int With, int WithCount);

/// <summary>What differs between two sequences.</summary>
internal static class Sequences
{
    /// <summary>Beyond this many pairs the middle is told as one change.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>The changes from one to another, in order: the fewest elements taken out and put in.</summary>
    internal static List<SequenceChange> Changes(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var start = 0;
        while (start < old.Count && start < @new.Count && old[start] == @new[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < @new.Count - start && old[^(end + 1)] == @new[^(end + 1)])
        {
            end++;
        }

        var (rows, columns) = (old.Count - start - end, @new.Count - start - end);
        if (rows == 0 && columns == 0)
        {
            return [];
        }

        return rows == 0 || columns == 0 || (long)rows * columns > MostPairs
            ? [new SequenceChange(start, rows, start, columns)]
            : Middle(old, @new, start, rows, columns);
    }

    private static List<SequenceChange> Middle(IReadOnlyList<string> old, IReadOnlyList<string> @new, int start, int rows, int columns)
    {
        var common = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[start + i] == @new[start + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<SequenceChange> changes = [];
        for (int i = 0, j = 0; i < rows || j < columns;)
        {
            var (from, with) = (i, j);
            while (i < rows || j < columns)
            {
                if (i < rows && j < columns && old[start + i] == @new[start + j])
                {
                    break;
                }

                (i, j) = j >= columns || (i < rows && common[i + 1, j] >= common[i, j + 1]) ? (i + 1, j) : (i, j + 1);
            }

            if (i > from || j > with)
            {
                changes.Add(new SequenceChange(start + from, i - from, start + with, j - with));
            }

            while (i < rows && j < columns && old[start + i] == @new[start + j])
            {
                (i, j) = (i + 1, j + 1);
            }
        }

        return changes;
    }
}
