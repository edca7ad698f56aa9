using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// Every command in README and docs is run as it stands. Blocks marked <c>no-test: reason</c> and <c>eng/test.sh</c> itself
/// are left out; a command that serves is started, asked for its health, and stopped.
/// </summary>
public sealed partial class DocumentedCommandsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public static TheoryData<string, string> Commands()
    {
        var commands = new TheoryData<string, string>();
        foreach (var (file, command) in Documents().SelectMany(CommandsOf).DistinctBy(c => c.Command))
        {
            commands.Add(file, command);
        }

        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_AsDocumented_Works(string file, string command)
    {
        var serves = command.Contains("src/Approvals.Web", StringComparison.Ordinal);
        var data = Directory.CreateTempSubdirectory("approvals-docs-").FullName;
        using var process = Start(serves ? $"{command} --urls http://127.0.0.1:0 --Data:Directory {data}" : command, data);
        var output = new OutputOf(process);

        var done = serves ? await output.SaysAsync("http://127.0.0.1:", Limit) : await output.EndsAsync(Limit);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(done, $"{file}: {command}\n{output.Text}");
        Directory.Delete(data, recursive: true);
    }

    private static Process Start(string command, string data) => Process.Start(new ProcessStartInfo("bash", ["-c", command])
    {
        WorkingDirectory = RepositoryFolder.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Data__Directory"] = data },
    })!;

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Prepend(Path.Combine(RepositoryFolder.Root, "README.md")).Where(File.Exists);

    private static IEnumerable<(string File, string Command)> CommandsOf(string file) =>
        Block().Matches(File.ReadAllText(file)).Where(b => !b.Groups["info"].Value.Contains("no-test:", StringComparison.Ordinal))
            .Select(b => string.Join(" && ", Lines(b.Groups["body"].Value))).Where(c => c.Length > 0)
            .Select(c => (Path.GetRelativePath(RepositoryFolder.Root, file), c));

    /// <summary>The commands of one block follow each other on the same data.</summary>
    private static IEnumerable<string> Lines(string block) =>
        block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(c => !c.StartsWith('#') && !c.StartsWith("eng/test.sh", StringComparison.Ordinal));

    [GeneratedRegex(@"^```(?:sh|bash)(?<info>[^\n]*)\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
