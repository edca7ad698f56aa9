using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>What other files must know of a DMN file before it is compiled.</summary>
/// <param name="Namespace">The namespace by which other models import it.</param>
/// <param name="Imports">The namespaces of the models that it imports.</param>
public sealed record ModelHeader(string Namespace, ImmutableArray<string> Imports)
{
    /// <summary>Reads the header of DMN XML.</summary>
    public static Result<ModelHeader> Read(ReadOnlyMemory<byte> xml) => DmnXml.Load(xml).Map(root => new ModelHeader(
        root.Text("namespace") ?? "",
        [.. root.All("import").Select(import => import.Text("namespace")).OfType<string>().Distinct(StringComparer.Ordinal)]));
}
