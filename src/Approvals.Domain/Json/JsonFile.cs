using System.Text.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Json;

/// <summary>Reads one JSON file of a package and collects what is wrong with it.</summary>
internal sealed class JsonFile(string path)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private readonly List<PackageProblem> _problems = [];

    internal string Path { get; } = path;

    internal IReadOnlyList<PackageProblem> Problems => _problems;

    internal bool HasErrors => _problems.Exists(p => p.Severity == ProblemSeverity.Error);

    /// <summary>Parses the bytes and reads the root object; null when they are not a JSON object.</summary>
    internal T? Read<T>(ReadOnlyMemory<byte> bytes, Func<JsonPlace, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return read(new JsonPlace(this, document.RootElement.Clone(), ""));
            Add("", "package.json.object");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON but no text.
            Add("", "package.json", ("reason", "Unicode"));
        }
        catch (JsonException exception)
        {
            Add(exception.LineNumber is { } line ? $"line {line + 1}" : "", "package.json", ("reason", exception.Message));
        }

        return null;
    }

    internal void Add(string place, string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var problem = new PackageProblem(Path, code) { Place = place };
        foreach (var (name, value) in data) problem = problem.With(name, value);
        _problems.Add(problem);
    }

    internal void Add(PackageProblem problem) => _problems.Add(problem);
}
