using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Approvals.Bench.Hosts;

namespace Approvals.Bench.Load;

/// <summary>The built server as a process of its own, on the loopback address alone.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _heap;

    private LoadedServer(Process process, Uri address, string heap) => (_process, Address, _heap) = (process, address, heap);

    public Uri Address { get; }

    /// <summary>The processor time the server has used.</summary>
    public TimeSpan Spent => _process.TotalProcessorTime;

    public static async Task<LoadedServer> StartAsync(
        string assembly, string connection, string folder, string? packages = null, string heapEvery = "10")
    {
        var heap = Path.Combine(folder, "heap.txt");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
        [
            assembly, "--urls", address.ToString(), "--Data:Directory", folder, "--Secrets:MasterKeyFile", Path.Combine(folder, "master.keys"), "--Packages:Directory", packages ?? BenchHost.Packages,
            "--Database:Provider", "PostgreSql", "--ConnectionStrings:Approvals", connection, "--RateLimits:SignInAMinute", "10000", "--RateLimits:SearchesAMinuteOfAnAddress", "100000", "--RateLimits:UploadsAMinuteOfAnAddress", "100000",
        ])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                // Demonstration accounts sign in without a second factor; everything else is as in production.
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Warning",
                ["DOTNET_STARTUP_HOOKS"] = Assembly.GetExecutingAssembly().Location, [StartupHook.File] = heap, [StartupHook.Seconds] = heapEvery,
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new LoadedServer(process, address, heap);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>What was live on the server's heap, by the second since a start.</summary>
    public async Task<IReadOnlyList<(TimeSpan At, double Megabytes)>> HeapAsync(DateTimeOffset started) =>
    [
        .. (await File.ReadAllLinesAsync(_heap)).Select(line => line.Split(' ')).Select(part => (
            DateTimeOffset.Parse(part[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) - started,
            long.Parse(part[1], CultureInfo.InvariantCulture) / 1_048_576d)),
    ];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(2) && !_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The server did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
