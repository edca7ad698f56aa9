using Microsoft.Extensions.Configuration;

namespace Approvals.Infrastructure.Printing;

/// <summary>How letters become PDF.</summary>
public sealed record PrintingOptions
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <summary>The program that prints; null where the machine has none.</summary>
    public string? Chromium { get; init; }

    /// <summary>Whether it runs in its own sandbox; off where the process runs as root or in a container without user namespaces.</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>How long one letter may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads <c>Printing:Chromium</c> (a path, or <c>none</c>), else looks along the path; and <c>Printing:Sandbox</c>.</summary>
    public static PrintingOptions Read(IConfiguration configuration)
    {
        var named = configuration["Printing:Chromium"];
        return new PrintingOptions
        {
            Chromium = named is { Length: > 0 } ? named == "none" ? null : named : Found(),
            Sandbox = configuration.GetValue("Printing:Sandbox", Environment.UserName != "root"),
            Timeout = TimeSpan.FromSeconds(configuration.GetValue("Printing:TimeoutSeconds", 30)),
        };
    }

    private static string? Found() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in Names
         let file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
