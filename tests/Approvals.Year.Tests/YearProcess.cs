using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Approvals.Year.Tests;

/// <summary>A process that lives the year of a folder.</summary>
internal sealed class YearProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private YearProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    public static YearProcess Start(string folder, int holders) => new(Process.Start(
        new ProcessStartInfo("dotnet", [typeof(YearProcess).Assembly.Location, folder, holders.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!);

    /// <summary>Lets it live to the end of the year.</summary>
    public async Task EndAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is not null)
        {
        }

        await _process.WaitForExitAsync();
        Assert.True(_process.ExitCode == 0, _errors.ToString());
    }

    /// <summary>Kills it (SIGKILL) a while after it has come to an instant; what it did then, or null where its year was over before.</summary>
    public async Task<string?> KillAsync(DateTimeOffset moment, TimeSpan after)
    {
        string? last = null;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            last = line;
            if (DateTimeOffset.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) < moment)
            {
                continue;
            }

            await Task.Delay(after);
            _process.Kill(entireProcessTree: true);
            while (await _process.StandardOutput.ReadLineAsync() is { } rest)
            {
                last = rest;
            }

            await _process.WaitForExitAsync();
            return last;
        }

        await _process.WaitForExitAsync();
        Assert.True(_process.ExitCode == 0, $"{last}\n{_errors}");
        return null;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
