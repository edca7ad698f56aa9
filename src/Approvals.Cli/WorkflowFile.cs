using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Domain.Packages;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>A definition in a file, taken over as by import, with the definitions beside it that it may use.</summary>
internal sealed record WorkflowFile(string Path, ImportedDefinition Imported)
{
    private const int MostNeighbours = 1_000;

    /// <summary>The definition with those beside it.</summary>
    internal WorkflowDefinition Definition => Imported.Definition;

    /// <summary>Reads a file; nothing of its neighbours.</summary>
    internal static Result<WorkflowFile> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new Error("workflow.read.noFile", ErrorKind.NotFound).With("path", path);
        }

        if (new FileInfo(path).Length > WorkflowDefinition.MaximumBytes)
        {
            return new Error("workflow.read.tooLarge", ErrorKind.TooLarge).With("limit", $"{WorkflowDefinition.MaximumBytes / 1024 / 1024} MiB");
        }

        return WorkflowDefinition.Read(File.ReadAllBytes(path)).Map(definition => new WorkflowFile(path, ImportedDefinition.Of(definition)));
    }

    /// <summary>The same with the definitions in its folder and in <c>flows</c> under it, by their definition id.</summary>
    internal WorkflowFile WithNeighbours()
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        var files = new[] { folder, System.IO.Path.Combine(folder, "flows") }.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.json")).Order(StringComparer.Ordinal).Take(MostNeighbours);
        var flows = files.Where(f => System.IO.Path.GetFullPath(f) != System.IO.Path.GetFullPath(Path))
            .Select(f => Read(f)).Where(r => r.IsSuccess).Select(r => r.Value.Definition).Append(Definition).ToList();
        var inForce = flows.GroupBy(d => d.DefinitionId).ToImmutableDictionary(g => g.Key, g => g.Aggregate(InForce));
        var versions = flows.Select(d => KeyValuePair.Create(Text(d, "id"), d)).Where(d => d.Key is { Length: > 0 } id && !inForce.ContainsKey(id));
        return this with { Imported = Imported with { Definition = Definition with { Flows = inForce.AddRange(versions.DistinctBy(d => d.Key)!) } } };
    }

    /// <summary>Of two versions the one that runs: what is asked for, else what is published, else what is latest, else the newer.</summary>
    private WorkflowDefinition InForce(WorkflowDefinition one, WorkflowDefinition other) => Rank(one).CompareTo(Rank(other)) > 0 ? one : other;

    private (bool, bool, bool, double) Rank(WorkflowDefinition definition) =>
        (ReferenceEquals(definition, Definition), Holds(definition, "isPublished"), Holds(definition, "isLatest"), Number(definition, "version"));

    private static JsonElement? Property(WorkflowDefinition definition, string name) =>
        definition.Properties.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static string? Text(WorkflowDefinition definition, string name) =>
        Property(definition, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static bool Holds(WorkflowDefinition definition, string name) => Property(definition, name)?.ValueKind == JsonValueKind.True;

    private static double Number(WorkflowDefinition definition, string name) =>
        Property(definition, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : 0;

    /// <summary>The decisions of the package whose folder the file lies in; none elsewhere.</summary>
    internal IDecisions Decisions()
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        return File.Exists(System.IO.Path.Combine(folder, "service.json")) &&
            ServiceCommand.ReadTree(folder) is { Packages: [var package, ..] } tree &&
            ServicePackage.Load(package.Files, tree.Shared).Package is { } loaded
            ? loaded.Decisions
            : new NoDecisions(folder);
    }

    private sealed class NoDecisions(string folder) : IDecisions
    {
        public Result<Approvals.Decisions.DecisionResult> Evaluate(string decision, Approvals.Feel.FeelContext inputs) =>
            new Error("decisions.unknownDecision").With("model", folder).With("decision", decision);
    }
}
