using System.Globalization;
using Approvals.Bench.Engine;
using Approvals.Bench.Feel;
using Approvals.Bench.Persisting;

// Prints, never asserts:
//   dotnet run -c Release --project bench/Approvals.Bench -- persist [--steps N] [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- engine [--smoke]
//   dotnet run -c Release --project bench/Approvals.Bench -- feel [--smoke]
var smoke = args.Contains("--smoke");
if (args is ["feel", ..] or ["--smoke"])
{
    FeelBench.Run(smoke, Console.Out);
}

if (args is ["feel", ..])
{
    return;
}

if (args is ["engine", ..])
{
    EngineBench.Run(smoke, Console.Out);
    return;
}

var at = Array.IndexOf(args, "--steps");
var steps = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : smoke ? 20 : 2000;
await PersistBench.RunAsync(steps, cases: smoke ? 4 : 200, Console.Out);
