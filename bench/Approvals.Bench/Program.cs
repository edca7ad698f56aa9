using System.Globalization;
using Approvals.Bench.Decisions;
using Approvals.Bench.Engine;
using Approvals.Bench.Feel;
using Approvals.Bench.Persisting;
using Approvals.Bench.Stores;

// Prints, never asserts; with --smoke small counts, and without a name every one:
//   dotnet run -c Release --project bench/Approvals.Bench -- persist [--steps N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- engine [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- feel [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- decisions [--smoke]
var smoke = args.Contains("--smoke");
var name = args is [var first, ..] && !first.StartsWith('-') ? first : smoke ? "all" : "persist";
if (name is "all" or "feel")
{
    FeelBench.Run(smoke, Console.Out);
}

if (name is "all" or "engine")
{
    EngineBench.Run(smoke, Console.Out);
}

if (name is "all" or "decisions")
{
    DecisionBench.Run(smoke, Console.Out);
}

if (name is "all" or "persist")
{
    var at = Array.IndexOf(args, "--steps");
    var steps = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : smoke ? 20 : 2000;
    await PersistBench.RunAsync(Databases.Configured, steps, cases: smoke ? 4 : 200, Console.Out);
}
