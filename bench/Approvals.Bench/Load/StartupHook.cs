using System.Diagnostics.CodeAnalysis;
using System.Globalization;

/// <summary>
/// Runs inside the server under load (<c>DOTNET_STARTUP_HOOKS</c>), so that the product itself need not tell: every ten seconds, or as often as asked, it
/// writes what is live on the heap after a full collection, and the processor time used so far.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for it by this name, in no namespace.")]
internal static class StartupHook
{
    public const string File = "APPROVALS_BENCH_HEAP";

    public const string Seconds = "APPROVALS_BENCH_HEAP_SECONDS";

    private static readonly List<Timer> Kept = [];

    [SuppressMessage("CodeQuality", "IDE0051:Remove unused private members", Justification = "The runtime calls it.")]
    internal static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is { Length: > 0 } file)
        {
            var every = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable(Seconds) ?? "10", CultureInfo.InvariantCulture));
            Kept.Add(new Timer(_ => Write(file), null, every, every));
        }
    }

    /// <summary>A collection may take longer than the pause between two readings: then one is left out.</summary>
    private static void Write(string file)
    {
        if (!Monitor.TryEnter(Kept))
        {
            return;
        }

        try
        {
            var live = GC.GetTotalMemory(forceFullCollection: true);
            var line = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():O} {live}\n");
            System.IO.File.AppendAllText(file, line);
        }
        finally
        {
            Monitor.Exit(Kept);
        }
    }
}
