using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Approvals.Cli;

/// <summary>The options every command takes: those of the web host, by the same names, and the language of what is printed.</summary>
internal sealed class Settings
{
    private static readonly string[] TextOwners = ["Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure", "Simulation"];

    private readonly Option<string?> _data = new("--Data:Directory") { Description = "Folder of SQLite files, documents and keys.", Recursive = true };
    private readonly Option<string?> _provider = new("--Database:Provider") { Description = "Sqlite, PostgreSql or SqlServer.", Recursive = true };
    private readonly Option<string?> _connection = new("--ConnectionStrings:Approvals") { Description = "The database.", Recursive = true };
    private readonly Option<string?> _language = new("--language") { Description = "zh-CN or en; by default that of the terminal.", Recursive = true };

    /// <summary>Every text there is.</summary>
    internal static MessageCatalog Texts { get; } = MessageCatalog.Load([.. TextOwners.Select(name => Assembly.Load($"Approvals.{name}")), typeof(Settings).Assembly]);

    internal void AddTo(RootCommand root)
    {
        root.Options.Add(_data);
        root.Options.Add(_provider);
        root.Options.Add(_connection);
        root.Options.Add(_language);
    }

    /// <summary>What was given, over the environment's variables.</summary>
    internal IConfiguration Read(ParseResult parsed) => new ConfigurationBuilder()
        .AddEnvironmentVariables()
        .AddInMemoryCollection(new[] { Given(parsed, _data), Given(parsed, _provider), Given(parsed, _connection) }.Where(p => p.Value is not null))
        .Build();

    /// <summary>The language to print in.</summary>
    internal string Language(ParseResult parsed) =>
        parsed.GetValue(_language) ?? (Environment.GetEnvironmentVariable("LANG")?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh-CN" : "en");

    private static KeyValuePair<string, string?> Given(ParseResult parsed, Option<string?> option) =>
        KeyValuePair.Create(option.Name.TrimStart('-'), parsed.GetValue(option));
}
