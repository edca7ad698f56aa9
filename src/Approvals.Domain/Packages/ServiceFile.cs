using Approvals.Domain.Forms;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>Reads <c>service.json</c> by itself, where the rest of a package need not load.</summary>
public static class ServiceFile
{
    /// <summary>The service as far as its file reads; null when it does not.</summary>
    public static ServiceInfo? Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        files.TryGetValue("service.json", out var json) ? new JsonFile("service.json").Read(json, ServiceInfoReader.Read) : null;
}

/// <summary>Reads the dictionaries of a package by themselves.</summary>
public static class PackageDictionaries
{
    private const string Folder = "dictionaries/";
    private const string Ending = ".json";

    /// <summary>The choices by the dictionary's name; later files go before earlier ones of the same name.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<FormOption>> Of(params ReadOnlySpan<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> trees)
    {
        var found = new Dictionary<string, ImmutableArray<FormOption>>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            foreach (var (path, json) in tree.Where(f => f.Key.StartsWith(Folder, StringComparison.Ordinal) && f.Key.EndsWith(Ending, StringComparison.Ordinal)))
            {
                if (new JsonFile(path).Read(json, DictionaryReader.Read) is { } read) found[path[Folder.Length..^Ending.Length]] = read.Options;
            }
        }

        return found;
    }
}
