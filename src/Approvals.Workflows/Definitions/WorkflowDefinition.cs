namespace Approvals.Workflows;

/// <summary>
/// An Elsa 3 workflow definition. What the engine does not know is kept word for word and written back.
/// Immutable; its expressions are compiled once, on the first step or check.
/// </summary>
public sealed record WorkflowDefinition
{
    /// <summary>The greatest document that is read, in bytes.</summary>
    public const int MaximumBytes = 20 * 1024 * 1024;

    private WorkflowProgram? _program;

    /// <summary>The id that all versions share.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The definition's name.</summary>
    public string? Name { get; init; }

    /// <summary>The root activity.</summary>
    public required ActivityDefinition Root { get; init; }

    /// <summary>The variables, as declared.</summary>
    public ImmutableArray<VariableDefinition> Variables { get => field.IsDefault ? [] : field; init; }

    /// <summary>Names of the declared inputs.</summary>
    public ImmutableArray<string> Inputs { get => field.IsDefault ? [] : field; init; }

    /// <summary>Names of the declared outputs.</summary>
    public ImmutableArray<string> Outputs { get => field.IsDefault ? [] : field; init; }

    /// <summary>The outcomes it can leave by where another definition uses it as an activity; none means <c>Done</c>.</summary>
    public ImmutableArray<string> Outcomes { get => field.IsDefault ? [] : field; init; }

    /// <summary>
    /// The definitions that this one may execute or use as activities, by their definition id, themselves included, and single
    /// versions of them by the version's id; not part of the document. Whoever loads a package or a folder gives them.
    /// </summary>
    public ImmutableDictionary<string, WorkflowDefinition> Flows { get; init; } = ImmutableDictionary<string, WorkflowDefinition>.Empty;

    /// <summary>All other properties of the document, in their order.</summary>
    public ImmutableArray<RawProperty> Properties { get => field.IsDefault ? [] : field; init; }

    /// <summary>Ready to run; made anew when this is a changed copy.</summary>
    internal WorkflowProgram Program
    {
        get
        {
            var known = _program;
            return known is not null && ReferenceEquals(known.Source, this) ? known : _program = new WorkflowProgram(this);
        }
    }

    /// <summary>Every activity, containers before their children.</summary>
    public IEnumerable<ActivityDefinition> Activities => Root.WithDescendants();

    /// <summary>An activity by id; null when there is none.</summary>
    public ActivityDefinition? Activity(string id) => Activities.FirstOrDefault(a => a.Id == id);

    /// <summary>An activity by the id it has in states and effects, also inside a definition used as an activity; null when there is none.</summary>
    public ActivityDefinition? Running(string id) => Program.Find(id)?.Definition;

    /// <summary>Reads a definition, of any export shape of Elsa 3.</summary>
    /// <returns>The definition, or an error with the place (<c>path</c>, or <c>line</c> and <c>column</c>).</returns>
    public static Result<WorkflowDefinition> Read(ReadOnlyMemory<byte> json) => DefinitionReader.Read(json);

    /// <summary>Writes it as JSON in a stable order: the same definition always gives the same bytes.</summary>
    public byte[] Write() => DefinitionWriter.Write(this);

    /// <summary>Everything that keeps it from being published, and warnings, in a policy editor's words.</summary>
    public ImmutableArray<Problem> Check() => DefinitionCheck.Of(this);
}

/// <summary>A property that is kept as it was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record RawProperty(string Name, JsonElement Value);

/// <summary>A declared variable.</summary>
/// <param name="Id">Its id, which references carry.</param>
/// <param name="Name">Its name, which expressions use.</param>
/// <param name="Default">Its value at the start.</param>
/// <param name="Raw">The declaration as read.</param>
public sealed record VariableDefinition(string Id, string Name, FeelValue Default, JsonElement Raw);
