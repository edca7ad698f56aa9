using System.Globalization;
using Xunit.Abstractions;

namespace Approvals.Year.Tests;

/// <summary>
/// The same year in a process that is killed (SIGKILL) again and again, at moments drawn from a seed, and started anew on what it left.
/// <c>APPROVALS_YEAR_KILLED_HOLDERS</c>, <c>APPROVALS_YEAR_KILLS</c> and <c>APPROVALS_YEAR_SEED</c> make it longer or another one.
/// </summary>
public sealed class KilledYearTests(ITestOutputHelper output)
{
    private const int LongestWait = 250;
    private static readonly int Holders = Number("APPROVALS_YEAR_KILLED_HOLDERS", 100), Kills = Number("APPROVALS_YEAR_KILLS", 50), Seed = Number("APPROVALS_YEAR_SEED", 20261122);

    /// <summary>When there is something to do: at midnight, when checks open, invitations and reminders are written, digests leave, people work.</summary>
    private static readonly TimeSpan[] BusyHours =
        [TimeSpan.FromMinutes(0), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(370), TimeSpan.FromMinutes(545), TimeSpan.FromMinutes(550), TimeSpan.FromHours(10), TimeSpan.FromHours(14)];

    [Fact, Trait("Category", "Long")]
    public async Task Year_KilledAtFiftyMoments_ComesOutAsTheOneThatWasNot()
    {
        using var whole = new YearFolder();
        using var killed = new YearFolder();
        var holders = Holder.Mix(Holders);
        await Task.WhenAll(Town.FoundAsync(whole.Path, holders), Town.FoundAsync(killed.Path, holders));
        var living = LiveAsync(whole.Path);
        var dead = await KillAsync(killed.Path);
        await living;

        var (expected, happened) = (await OutcomeAsync(whole.Path), await OutcomeAsync(killed.Path));
        var mails = MailBook.Read(killed.Path);
        output.WriteLine($"seed {Seed}: {dead} kills, {Holders} holders, {happened.Count} lines, {mails.Count} mails, {mails.Count - mails.DistinctBy(m => m.MessageId).Count()} of them twice");
        Differences.None(expected, happened);
        Assert.Equal(Kills, dead);
        Assert.InRange(mails.Count - mails.DistinctBy(m => m.MessageId).Count(), 0, Kills * Infrastructure.Pumps.PumpPace.Several.Parallel);
        Assert.Equal(mails.DistinctBy(m => m.MessageId).Count(), MailBook.Read(whole.Path).Count);
    }

    private static async Task LiveAsync(string folder)
    {
        using var process = YearProcess.Start(folder, Holders);
        await process.EndAsync();
    }

    private async Task<int> KillAsync(string folder)
    {
        var random = new Random(Seed);
        var dead = 0;
        foreach (var moment in Moments(random))
        {
            using var process = YearProcess.Start(folder, Holders);
            if (await process.KillAsync(moment, TimeSpan.FromMilliseconds(random.Next(LongestWait))) is { } last)
            {
                output.WriteLine($"killed at {last}");
                dead++;
            }
        }

        await LiveAsync(folder);
        return dead;
    }

    /// <summary>Half of them while the checks are under way, half anywhere in the year.</summary>
    private static IReadOnlyList<DateTimeOffset> Moments(Random random) =>
    [
        .. Enumerable.Range(0, Kills).Select(i => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(i % 2 == 0 ? 3 + random.Next(90) : random.Next(355))
            + BusyHours[random.Next(BusyHours.Length)]).Order(),
    ];

    /// <summary>What a year came to, without ids and instants: each thing by its day, each case by its events, and how many rows there are.</summary>
    private static async Task<IReadOnlyList<string>> OutcomeAsync(string folder)
    {
        await using var platform = await YearPlatform.OpenAsync(folder, YearLoop.End);
        var happened = new Happened(platform);
        Assert.Empty(await happened.FaultsAsync());
        return [.. await happened.ReadAsync(), .. await happened.EventsAsync(), .. await happened.RowsAsync()];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
