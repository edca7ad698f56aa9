using System.CommandLine;
using Approvals.Application.Cases;
using Approvals.Application.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Works on cases: replays one from its events, compares what inboxes show with what flows wait for.</summary>
internal static class CaseCommand
{
    internal static Command Create(Settings settings)
    {
        var number = new Argument<string>("number") { Description = "The case's number." };
        var replay = new Command("replay", "Steps through a case's events again and compares the state with the stored one.") { number };
        replay.SetAction((parsed, stop) => Platform.RunAsync(
            settings.Read(parsed), services => ReplayAsync(services, parsed.GetValue(number)!, settings.Language(parsed), stop)));
        var compare = new Command("compare", "Compares the tasks and timers of all open cases with their states; 1 where any differ.");
        compare.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services => CompareAsync(services, settings.Language(parsed), stop)));
        return new Command("case", "Cases.") { replay, compare };
    }

    private static async Task<int> CompareAsync(IServiceProvider services, string language, CancellationToken cancellationToken)
    {
        var (after, cases, differences) = (Guid.Empty, 0, 0);
        while (await services.GetRequiredService<ProjectionCheck>().NextAsync(after, cancellationToken) is { Last: { } last } next)
        {
            (after, cases, differences) = (last, cases + next.Cases, differences + next.Differences.Count);
            foreach (var difference in next.Differences)
            {
                Console.WriteLine(Settings.Texts.Format(difference.Code, difference.Data, language));
            }
        }

        Console.WriteLine($"{cases} open cases compared, {differences} differences");
        return differences == 0 ? 0 : 1;
    }

    private static async Task<int> ReplayAsync(IServiceProvider services, string number, string language, CancellationToken cancellationToken)
    {
        var replayed = await services.GetRequiredService<ReplayCase>().HandleAsync(number, cancellationToken);
        if (!replayed.IsSuccess)
        {
            Console.Error.WriteLine(Settings.Texts.Format(replayed.Error, language));
            return 1;
        }

        foreach (var step in replayed.Value.Steps)
        {
            Console.WriteLine($"{step.Event.Number,4}  {step.Event.At:yyyy-MM-dd HH:mm:ss}Z  {step.Event.Type,-18} {string.Join(" → ", step.Outcome.Executed.Select(e => e.Activity))}");
        }

        Console.WriteLine(replayed.Value.Matches
            ? $"{number}: {replayed.Value.Steps.Length} events give the stored state."
            : $"{number}: {replayed.Value.Steps.Length} events give ANOTHER state than the stored one.");
        return replayed.Value.Matches ? 0 : 1;
    }
}
