namespace Approvals.Web.Hosting;

/// <summary>Where the product keeps and finds its files.</summary>
internal sealed class ProductOptions
{
    /// <summary>SQLite files, documents and keys; <c>--Data:Directory</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Service packages; <c>--Packages:Directory</c>.</summary>
    public required string Packages { get; init; }

    /// <summary>Regions, calendars and demonstration people; <c>--Reference:Directory</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Sqlite, PostgreSql or SqlServer; <c>--Database:Provider</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The database; <c>--ConnectionStrings:Approvals</c>.</summary>
    public required string Connection { get; init; }

    public static ProductOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = Path.GetFullPath(configuration["Data:Directory"] ?? "App_Data", environment.ContentRootPath);
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        return new ProductOptions
        {
            Data = data,
            Packages = Find(configuration["Packages:Directory"], "workflows", environment.ContentRootPath),
            Reference = Find(configuration["Reference:Directory"], "data", environment.ContentRootPath),
            Provider = provider,
            Connection = configuration.GetConnectionString("Approvals") ?? (provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase)
                ? $"Data Source={Path.Combine(data, "approvals.db")}"
                : throw new InvalidOperationException($"{provider} needs ConnectionStrings:Approvals.")),
        };
    }

    /// <summary>The configured folder, or the nearest one of the name above: a built product has it beside itself, a source tree at its root.</summary>
    private static string Find(string? configured, string name, string root)
    {
        if (configured is not null)
        {
            return Path.GetFullPath(configured, root);
        }

        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, name)))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        return Path.Combine(root, name);
    }
}
