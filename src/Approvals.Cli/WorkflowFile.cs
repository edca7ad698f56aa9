using System.Collections.Immutable;
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
            .Select(f => Read(f)).Where(r => r.IsSuccess).Select(r => r.Value.Definition).Append(Definition)
            .GroupBy(d => d.DefinitionId).ToImmutableDictionary(g => g.Key, g => g.Last());
        return this with { Imported = Imported with { Definition = Definition with { Flows = flows } } };
    }

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
