using System.IO.Compression;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>The shipped packages, and two more for pages that none of them has: a hearing, and a case that starts another.</summary>
internal static class PagePackages
{
    public const string Hearing = "page-hearing";
    public const string Parent = "page-parent";
    public const string Migrated = "talent-classification";

    private const string Scenario = "scenarios/granted-directly.json";

    private static string Shipped => Path.Combine(RepositoryFolder.Root, "workflows");

    /// <summary>Writes them all.</summary>
    public static void Write(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            Put(Path.Combine(folder, Path.GetRelativePath(Shipped, file)), File.ReadAllBytes(file));
        }

        FlowPackage[] own =
        [
            FlowPackage.Begin(Hearing).Step("hear", "Approvals.Defence", ("limit", new { length = 5, unit = "workingDays" }))
                .End("yes", "granted").End("no", "refused").Ways("apply>hear", "hear>yes", "hear:Silent>no"),
            FlowPackage.Begin(Parent).Step("start", "Approvals.StartCase", ("service", Hearing), ("wait", true), ("onParentEnd", "cancel"))
                .End("yes", "granted").End("no", "refused").Ways("apply>start", "start>yes", "start:refused>no"),
        ];
        foreach (var package in own.Select(p => p.Folder))
        {
            foreach (var (path, content) in package.Files)
            {
                Put(Path.Combine(folder, package.Name, path), content.ToArray());
            }
        }
    }

    /// <summary>The service that cases are migrated within, once more with other white space: another version of the same meaning.</summary>
    public static FilePayload Next()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = PackageFolder.Read(Path.Combine(Shipped, Migrated)).Files;
            foreach (var (path, content) in files.Where(f => !f.Key.StartsWith("scenarios/", StringComparison.Ordinal) || f.Key == Scenario))
            {
                using var entry = zip.CreateEntry($"{Migrated}/{path}").Open();
                entry.Write(content.Span);
                entry.Write(path == "service.json" ? "\n\n"u8 : []);
            }
        }

        return new FilePayload { Name = "package.zip", MimeType = "application/zip", Buffer = stream.ToArray() };
    }

    private static void Put(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
