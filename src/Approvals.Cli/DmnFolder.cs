using Approvals.Decisions;

namespace Approvals.Cli;

/// <summary>DMN models by path. One that is imported is found by its namespace among the DMN files beside the one that imports it.</summary>
internal sealed class DmnFolder
{
    private const int MostModels = 500;

    private readonly Dictionary<string, Loaded> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Stamp Stamp, ModelHeader? Header)> _headers = new(StringComparer.Ordinal);

    /// <summary>The model of a path; read again when it, or one that it imports, has changed.</summary>
    internal Result<DecisionModel> Model(string path)
    {
        try
        {
            if (_models.Count > MostModels)
            {
                _models.Clear();
                _headers.Clear();
            }

            return Load(Path.GetFullPath(path), []).Map(loaded => loaded.Model);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Error("cli.dmn.unreadable", ErrorKind.NotFound).With("path", path);
        }
    }

    private Result<Loaded> Load(string path, List<string> loading)
    {
        if (_models.TryGetValue(path, out var known) && known.Files.All(file => Stamp.Of(file.Path) == file.Stamp))
        {
            return known;
        }

        var stamp = Stamp.Of(path);
        if (stamp.Length > DecisionModel.MostBytes)
        {
            return new Error("decisions.tooLarge", ErrorKind.TooLarge);
        }

        var xml = File.ReadAllBytes(path);
        var header = ModelHeader.Read(xml);
        if (!header.IsSuccess)
        {
            return header.Error;
        }

        loading.Add(path);
        var imports = Imports(path, header.Value, loading);
        loading.RemoveAt(loading.Count - 1);
        return DecisionModel.Read(xml, imports.ToDictionary(import => import.Key, import => import.Value.Model, StringComparer.Ordinal)).Map(model =>
        {
            var loaded = new Loaded(model, [(path, stamp), .. imports.Values.SelectMany(import => import.Files).Distinct()]);

            // What a circle of imports or a missing file left out may be there the next time.
            if (loading.Count == 0 && imports.Count == header.Value.Imports.Length)
            {
                _models[path] = loaded;
            }

            return loaded;
        });
    }

    private Dictionary<string, Loaded> Imports(string path, ModelHeader header, List<string> loading)
    {
        var found = new Dictionary<string, Loaded>(StringComparer.Ordinal);
        var siblings = header.Imports.IsEmpty ? [] : Directory.GetFiles(Path.GetDirectoryName(path)!, "*.dmn").Where(file => file != path).Order(StringComparer.Ordinal).ToList();
        foreach (var space in header.Imports)
        {
            if (siblings.Find(file => Header(file)?.Namespace == space) is { } sibling && !loading.Contains(sibling) && Load(sibling, loading) is { IsSuccess: true } loaded)
            {
                found[space] = loaded.Value;
            }
        }

        return found;
    }

    private ModelHeader? Header(string path)
    {
        var stamp = Stamp.Of(path);
        if (!_headers.TryGetValue(path, out var known) || known.Stamp != stamp)
        {
            var header = stamp.Length > DecisionModel.MostBytes ? new Error("decisions.tooLarge") : ModelHeader.Read(File.ReadAllBytes(path));
            _headers[path] = known = (stamp, header.IsSuccess ? header.Value : null);
        }

        return known.Header;
    }

    private sealed record Loaded(DecisionModel Model, IReadOnlyList<(string Path, Stamp Stamp)> Files);

    private readonly record struct Stamp(DateTime Written, long Length)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length) : throw new FileNotFoundException(path);
        }
    }
}
