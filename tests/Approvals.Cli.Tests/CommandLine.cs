using System.Diagnostics;

namespace Approvals.Cli.Tests;

/// <summary>Runs the command line as its users do: in a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Variables beside those of the test run.</param>
    public static Task<(int Code, string Output)> RunAsync(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment) =>
        RunAsync(arguments, "", environment);

    /// <summary>Runs a command that reads its standard input.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="environment">Variables beside those of the test run.</param>
    public static async Task<(int Code, string Output)> RunAsync(IEnumerable<string> arguments, string input, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "approvals.dll"), .. arguments, "--language", "en"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
