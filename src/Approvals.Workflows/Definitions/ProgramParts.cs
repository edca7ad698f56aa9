using System.Collections.Concurrent;

namespace Approvals.Workflows;

/// <summary>A definition compiled as a part of another, under ids led by the activity that uses it.</summary>
internal sealed record ProgramPart(WorkflowDefinition Source, ActivityNode Root, IReadOnlyDictionary<string, ActivityNode> Nodes)
{
    /// <summary>Its variables and inputs with their values at the start.</summary>
    public ImmutableSortedDictionary<string, FeelValue> Variables { get; } = Scopes.Variables(Source);
}

/// <summary>
/// The definitions inside the activities of a program, compiled when first needed. An id inside is <c>activity/id</c>, or
/// <c>activity/definition/id</c> where an expression names the definition; so any id found in a state leads to its part.
/// </summary>
internal sealed class ProgramParts(WorkflowProgram program)
{
    private readonly ConcurrentDictionary<string, ProgramPart> _parts = new(StringComparer.Ordinal);

    public ProgramPart? Of(string activity, string definition) =>
        program.Find(activity) is { Activity: Subflow used } node && program.Definition(definition, used.Version) is { } found
            ? _parts.GetOrAdd(Prefix(activity, used, definition), prefix => program.Compile(node, found, prefix))
            : null;

    public ActivityNode? Find(string id)
    {
        for (var at = id.LastIndexOf('/'); at > 0; at = id.LastIndexOf('/', at - 1))
        {
            if (At(id[..at]) is { } part && part.Nodes.TryGetValue(id, out var node))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>The part whose ids are led by this.</summary>
    private ProgramPart? At(string prefix)
    {
        if (_parts.TryGetValue(prefix + "/", out var known))
        {
            return known;
        }

        if (program.Find(prefix) is { Activity: Subflow { Named: { Length: > 0 } named } })
        {
            return Of(prefix, named);
        }

        var cut = prefix.LastIndexOf('/');
        return cut > 0 && program.Find(prefix[..cut]) is { Activity: Subflow { Named: null } }
            ? Of(prefix[..cut], Uri.UnescapeDataString(prefix[(cut + 1)..]))
            : null;
    }

    private static string Prefix(string activity, Subflow used, string definition) =>
        used.Named is null ? $"{activity}/{Uri.EscapeDataString(definition)}/" : $"{activity}/";
}
