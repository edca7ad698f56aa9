using System.CommandLine;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Brings packages into the database as drafts, and writes versions out as folders.</summary>
internal static class ServiceFilesCommand
{
    internal static Command Import(Settings settings)
    {
        var path = new Argument<string>("path") { Description = "A package, a folder of packages, or a zip archive with one package." };
        var user = new Option<string>("--user") { Description = "Sign-in name of the policy editor whose drafts these are.", Required = true };
        var import = new Command("import", "Brings packages in as drafts; the same content twice makes one draft.") { path, user };
        import.SetAction((parsed, stop) => Platform.RunAsync(
            settings.Read(parsed), services => ImportAsync(services, parsed.GetValue(path)!, parsed.GetValue(user)!, settings.Language(parsed), stop)));
        return import;
    }

    internal static Command Export(Settings settings)
    {
        var code = new Argument<string>("service") { Description = "The service's code." };
        var folder = new Option<string>("--to") { Description = "The folder to write into; it must not hold a package of that code.", Required = true };
        var number = new Option<int?>("--number") { Description = "The version; by default the latest published one." };
        var export = new Command("export", "Writes a version's files into a folder of the service's code: byte for byte, but for Elsa's id, version, isLatest and isPublished, which are this version's.") { code, folder, number };
        export.SetAction((parsed, stop) => Platform.RunAsync(
            settings.Read(parsed), services => ExportAsync(services, parsed.GetValue(code)!, parsed.GetValue(folder)!, parsed.GetValue(number), settings.Language(parsed), stop)));
        return export;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string path, string user, string language, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var normalized = user.ToUpperInvariant();
        var id = await context.Users.Where(u => u.NormalizedUserName == normalized && u.DisabledAt == null).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
        var read = Read(path);
        if (!read.IsSuccess)
        {
            Console.Error.WriteLine(Settings.Texts.Format(read.Error, language));
            return 1;
        }

        var tree = read.Value;
        if (id is null || await RoleGrants.ReadAsync(context, id.Value, TimeProvider.System.GetUtcNow(), cancellationToken) is not { } editor || tree.Packages.IsEmpty)
        {
            Console.Error.WriteLine(Settings.Texts.Format(new Error(id is null ? "cli.service.noUser" : "cli.service.noPackage").With("name", id is null ? user : path), language));
            return 1;
        }

        var failed = 0;
        foreach (var folder in tree.Packages)
        {
            var imported = await services.GetRequiredService<ImportDraft>().HandleAsync(new ImportDraft.Request(folder, tree.Shared), editor, cancellationToken);
            failed += Print(folder.Name, imported, language) ? 0 : 1;
        }

        return failed == 0 ? 0 : 1;
    }

    private static Result<PackageTree> Read(string path)
    {
        if (!File.Exists(path))
        {
            return ServiceCommand.ReadTree(path);
        }

        using var archive = File.OpenRead(path);
        return PackageArchive.Read(archive).Map(folder => ServiceCommand.ReadTree(Path.GetDirectoryName(Path.GetFullPath(path))!) with { Packages = [folder] });
    }

    private static bool Print(string folder, Result<ImportDraft.Imported> imported, string language)
    {
        if (!imported.IsSuccess)
        {
            Console.Error.WriteLine($"{folder}: {Settings.Texts.Format(imported.Error, language)}");
            return false;
        }

        foreach (var problem in imported.Value.Problems.Where(p => p.Severity == ProblemSeverity.Error || imported.Value.Created))
        {
            Console.WriteLine($"{(problem.Severity == ProblemSeverity.Error ? "error  " : "warning")} {folder}/{problem.Describe(Settings.Texts, language)}");
        }

        if (imported.Value.Version is { } version)
        {
            var code = imported.Value.Created ? "cli.service.imported" : "cli.service.known";
            Console.WriteLine(Settings.Texts.Format(new Error(code).With("name", folder).With("number", $"{imported.Value.Number}").With("id", version.ToString()), language));
        }

        return imported.Value.Version is not null;
    }

    private static async Task<int> ExportAsync(
        IServiceProvider services, string code, string folder, int? number, string language, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var version = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == code && (number == null ? v.State == ServiceVersionState.Published : v.Number == number))
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        var target = Path.Combine(folder, code);
        if (version is null || Directory.Exists(target))
        {
            Console.Error.WriteLine(Settings.Texts.Format(new Error(version is null ? "policies.unknownVersion" : "cli.service.folderThere").With("name", target), language));
            return 1;
        }

        var files = (await ExportVersion.ReadAsync(context, version, cancellationToken)).Files;
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(target, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content, cancellationToken);
        }

        Console.WriteLine(Settings.Texts.Format(new Error("cli.service.exported").With("name", target).With("number", $"{version.Number}").With("count", $"{files.Count}"), language));
        return 0;
    }
}
