namespace Approvals.Year.Tests;

/// <summary>Compares two years line by line, each line as often as it is there.</summary>
internal static class Differences
{
    private const int Most = 60;

    public static void None(IReadOnlyList<string> expected, IReadOnlyList<string> happened)
    {
        var counts = expected.CountBy(l => l).ToDictionary(l => l.Key, l => -l.Value, StringComparer.Ordinal);
        foreach (var (line, count) in happened.CountBy(l => l))
        {
            counts[line] = counts.GetValueOrDefault(line) + count;
        }

        List<string> wrong = [.. counts.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value:+0;-0} {c.Key}")];
        Assert.True(wrong.Count == 0, $"{wrong.Count} lines differ (- missing, + too many):\n{string.Join('\n', wrong.Take(Most))}");
        Assert.NotEmpty(happened);
    }
}
