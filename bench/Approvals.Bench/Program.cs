using System.Globalization;
using Approvals.Bench.Calendars;
using Approvals.Bench.Decisions;
using Approvals.Bench.Digests;
using Approvals.Bench.Engine;
using Approvals.Bench.Feel;
using Approvals.Bench.Load;
using Approvals.Bench.People;
using Approvals.Bench.Persisting;
using Approvals.Bench.Residency;
using Approvals.Bench.Scale;
using Approvals.Bench.Stores;
using Approvals.Bench.Timers;

// Prints, never asserts; with --smoke small counts, without a name every one, with --server-alone no SQLite:
//   dotnet run -c Release --project bench/Approvals.Bench -- persist [--steps N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- scale [--cases N] [--samples N] [--plans] [--keep FOLDER] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- timers [--count N] [--seconds N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- calendar [--count N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- digests [--count N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- engine [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- feel [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- decisions [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- residency [--talents N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- checks [--count N] [--smoke]
var smoke = args.Contains("--smoke");
var databases = Databases.Configured with { ServerAlone = args.Contains("--server-alone") };
var name = args is [var first, ..] && !first.StartsWith('-') ? first : smoke ? "all" : "persist";
if (name is "all" or "feel")
{
    FeelBench.Run(smoke, Console.Out);
}

if (name is "all" or "engine")
{
    EngineBench.Run(smoke, Console.Out);
    FlowEditsBench.Run(smoke, Console.Out);
}

if (name is "all" or "decisions")
{
    DecisionBench.Run(smoke, Console.Out);
}

if (name is "all" or "residency")
{
    var talents = Number("--talents", smoke ? 2_000 : 1_000_000);
    ResidencyBench.Run(talents, Console.Out);
    await LedgerBench.RunAsync(databases, talents, Console.Out);
}

if (name is "all" or "persist")
{
    var steps = Number("--steps", smoke ? 20 : 2000);
    await PersistBench.RunAsync(databases, steps, cases: smoke ? 4 : 200, Console.Out);
}

if (name is "all" or "scale")
{
    var many = Number("--cases", smoke ? 2_000 : 1_000_000);
    await ScaleBench.RunAsync(
        new ScaleOptions(
            Math.Min(many, smoke ? 1_500 : 10_000), many, Number("--samples", smoke ? 3 : 1_000), args.Contains("--plans"),
            args.Contains("--keep") ? Text("--keep") : null),
        databases,
        Console.Out);
}

if (name is "all" or "timers")
{
    await TimerBench.RunAsync(databases, Number("--count", smoke ? 60 : 100_000), TimeSpan.FromSeconds(Number("--seconds", smoke ? 1 : 60)), Console.Out);
}

if (name is "all" or "calendar")
{
    await MoveBench.RunAsync(databases, Number("--count", smoke ? 480 : 1_000_000), Console.Out);
}

if (name is "all" or "digests")
{
    await DigestBench.RunAsync(databases, Number("--count", smoke ? 100 : 100_000), Console.Out);
}

if (name is "all" or "checks")
{
    await CheckBench.RunAsync(databases, Number("--count", smoke ? 200 : 20_000), Console.Out);
}

if (name == CheckWorker.Name)
{
    await CheckWorker.RunAsync(Text("--store"), Text("--folder"));
}

if (name == "load")
{
    var server = databases.Server ?? throw new InvalidOperationException("The load needs a PostgreSQL server; eng/load.sh starts one.");
    await LoadBench.RunAsync(Text("--server"), server, TimeSpan.FromSeconds(Number("--seconds", 180)), Number("--users", 16), Console.Out);
}

if (name is "people" or "uploads")
{
    var server = databases.Server ?? throw new InvalidOperationException("The load needs a PostgreSQL server; eng/load.sh starts one.");
    var crowd = new Crowd(Number("--users", 200), TimeSpan.FromSeconds(Number("--seconds", 180)), TimeSpan.FromSeconds(Number("--pause", 5)));
    await (name == "people"
        ? PeopleBench.RunAsync(Text("--server"), server, crowd, Console.Out)
        : UploadBench.RunAsync(Text("--server"), server, Number("--files", 20), Console.Out));
}

string Text(string option) => args[Array.IndexOf(args, option) + 1];

int Number(string option, int otherwise)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
