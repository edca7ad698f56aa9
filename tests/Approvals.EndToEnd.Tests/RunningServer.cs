using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Approvals.EndToEnd.Tests;

/// <summary>The product as a user starts it: its own process, its own data folder, Development.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunningServer(Process process, Uri address, string data) => (_process, Address, DataFolder) = (process, address, data);

    public Uri Address { get; }

    public string DataFolder { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the built server and waits until it is ready.</summary>
    /// <param name="data">A data folder to go on with; a new one when null.</param>
    /// <param name="options">Further options of its command line.</param>
    public static async Task<RunningServer> StartAsync(string? data = null, params IEnumerable<string> options)
    {
        data ??= Directory.CreateTempSubdirectory("approvals-e2e-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Assembly(), "--urls", address.ToString(), "--Data:Directory", data, .. options])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Root, "src", "Approvals.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var server = new RunningServer(Process.Start(start)!, address, data);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Ends the process as a power cut would: nothing in it runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Assembly()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(RepositoryFolder.Root, "artifacts", "bin", "Approvals.Web", configuration, "Approvals.Web.dll");
    }

    private async Task WaitUntilReadyAsync()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartLimit && !_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    StartedIn = clock.Elapsed;
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The server did not become ready.\n{Output}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
