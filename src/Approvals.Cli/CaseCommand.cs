using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Application.Cases;
using Approvals.Application.Projections;
using Approvals.Application.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Works on cases: replays one from its events, plays past ones against a version, compares what inboxes show with what flows wait for.</summary>
internal static class CaseCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static Command Create(Settings settings)
    {
        var replay = Replay(settings);
        var compare = new Command("compare", "Compares the tasks and timers of all open cases with their states; 1 where any differ.");
        compare.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services => CompareAsync(services, settings.Language(parsed), stop)));
        return new Command("case", "Cases.") { replay, compare };
    }

    private static Command Replay(Settings settings)
    {
        var number = new Argument<string?>("number") { Description = "A case's number; without it, past cases of a service are played.", Arity = ArgumentArity.ZeroOrOne };
        var service = new Option<string?>("--service") { Description = "The service whose past cases are played." };
        var version = new Option<int?>("--number") { Description = "The version they are played against, a draft as well." };
        var most = new Option<int>("--at-most") { Description = "How many cases, the latest first.", DefaultValueFactory = _ => StartReplay.Most };
        var open = new Option<bool>("--open") { Description = "Cases under way, too, as far as they are." };
        var replay = new Command(
            "replay", "With a number: steps through a case's events again and compares the state with the stored one. With --service and --number: plays past cases against a version, one JSON line a case.")
        {
            number, service, version, most, open,
        };
        replay.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services =>
            (parsed.GetValue(number), parsed.GetValue(service), parsed.GetValue(version)) switch
            {
                ({ } one, null, null) => ReplayAsync(services, one, settings.Language(parsed), stop),
                (null, { } code, { } against) => PlayAsync(services, code, against, parsed.GetValue(most), parsed.GetValue(open), settings.Language(parsed), stop),
                _ => Task.FromResult(Refuse(new Error("cli.case.replayWhat"), settings.Language(parsed))),
            }));
        return replay;
    }

    private static int Refuse(Error error, string language)
    {
        Console.Error.WriteLine(Settings.Texts.Format(error, language));
        return 1;
    }

    private static async Task<int> PlayAsync(
        IServiceProvider services, string service, int number, int most, bool open, string language, CancellationToken cancellationToken)
    {
        var replay = services.GetRequiredService<ReplayService>();
        var version = await replay.VersionAsync(service, number, cancellationToken);
        if (!version.IsSuccess)
        {
            return Refuse(version.Error, language);
        }

        var counts = new Dictionary<ReplayVerdict, int>();
        await foreach (var played in replay.PlayAsync(service, version.Value, most, open, language, cancellationToken))
        {
            counts[played.Verdict] = counts.GetValueOrDefault(played.Verdict) + 1;
            Write(new { @event = "case", played.Number, played.Verdict, played.Why, played.Changes });
        }

        Write(new
        {
            @event = "end",
            service,
            number,
            cases = counts.Values.Sum(),
            same = counts.GetValueOrDefault(ReplayVerdict.Same),
            changed = counts.GetValueOrDefault(ReplayVerdict.Changed),
            undetermined = counts.GetValueOrDefault(ReplayVerdict.Undetermined),
        });
        return 0;
    }

    private static void Write<T>(T line) => Console.WriteLine(JsonSerializer.Serialize(line, Lines));

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
