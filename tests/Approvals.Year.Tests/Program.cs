using System.Globalization;

namespace Approvals.Year.Tests;

/// <summary>The assembly run by itself: it lives the year of a folder from where it had come to, and says what it does.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder, var count])
        {
            Console.Error.WriteLine("usage: Approvals.Year.Tests FOLDER HOLDERS");
            return 2;
        }

        var now = YearLoop.Reached(folder) is { } reached ? reached + YearLoop.Absence : YearLoop.Begin;
        await using var platform = await YearPlatform.OpenAsync(folder, now);
        var people = new People(platform, Holder.Mix(int.Parse(count, CultureInfo.InvariantCulture)), isDrawn: false);
        await new YearLoop(platform, people, Console.WriteLine).RunAsync(YearLoop.End);
        platform.Complaints.Lines.ToList().ForEach(Console.Error.WriteLine);
        return platform.Complaints.Lines.Count == 0 ? 0 : 1;
    }
}
