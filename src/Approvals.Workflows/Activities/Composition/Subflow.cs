namespace Approvals.Workflows;

/// <summary>
/// Another definition inside this case: executed, dispatched, or used as an activity. It is a scope of the same instance with
/// variables of its own; ids inside it are led by this activity's id.
/// </summary>
internal sealed class Subflow : Activity
{
    public const int MaximumDepth = 20;

    private static readonly ImmutableArray<string> Known =
    [
        "nodeId", "version", "customProperties", "metadata", "workflowDefinitionId", "workflowDefinitionVersionId", "latestAvailablePublishedVersion",
        "latestAvailablePublishedVersionId", "canStartWorkflow", "runAsynchronously", "variables",
    ];

    public required FeelInput<string> DefinitionId { get; init; }

    /// <summary>Id of the version that the document means, for a definition used as an activity; any other where it is not at hand.</summary>
    public string? Version { get; init; }

    /// <summary>All inputs together; null for a definition used as an activity.</summary>
    public required FeelInput<FeelContext>? Together { get; init; }

    /// <summary>Inputs by name, for a definition used as an activity.</summary>
    public ImmutableArray<FeelInput<FeelValue>> Inputs { get; init; } = [];

    /// <summary>All outputs together.</summary>
    public required OutputTarget Result { get; init; }

    /// <summary>Outputs by name, for a definition used as an activity.</summary>
    public ImmutableArray<(string Name, OutputTarget Target)> Outputs { get; init; } = [];

    public required FeelInput<bool> Wait { get; init; }

    /// <summary>The definition, where the document names it.</summary>
    public string? Named => DefinitionId.Expression is null or ConstantExpression ? DefinitionId.Constant : null;

    public override ImmutableArray<string>? Outcomes => null;

    public static Activity ReadExecute(ActivityReader reader) => Read(reader, reader.Flag("waitForCompletion", fallback: true));

    public static Activity ReadDispatch(ActivityReader reader) => Read(reader, reader.Flag("waitForCompletion"));

    /// <summary>A definition used as an activity carries its inputs and outputs as properties of its own.</summary>
    public static Activity ReadUsed(ActivityReader reader)
    {
        var properties = reader.Definition.Properties.Where(p => !Known.Contains(p.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        return new Subflow
        {
            DefinitionId = reader.RequiredText("workflowDefinitionId"),
            Version = reader.Definition.Property("workflowDefinitionVersionId") is { ValueKind: JsonValueKind.String } version ? version.GetString() : null,
            Together = null,
            Inputs = [.. properties.Where(p => !IsOutput(p.Value)).Select(p => reader.Value(p.Name))],
            Result = reader.Output("result"),
            Outputs = [.. properties.Where(p => IsOutput(p.Value)).Select(p => (p.Name, reader.Output(p.Name)))],
            Wait = reader.Flag("waitForCompletion", fallback: true),
        };
    }

    public override Progress Run(ActivityContext context)
    {
        var id = context.Value(DefinitionId);
        if (context.Stuck)
        {
            return Progress.Wait;
        }

        if (context.Run.Program.Depth(context.Activity) >= MaximumDepth)
        {
            context.Fail("workflow.definitionsTooDeep", ("definition", id));
            return Progress.Wait;
        }

        if (context.Run.Program.Part(context.Activity, id) is not { } part)
        {
            context.Fail("workflow.unknownDefinition", ("definition", id));
            return Progress.Wait;
        }

        context.Declare(part.Variables.SetItems(Given(context, part.Source)));
        context.Schedule(part.Root.Id, context.Execution.After);
        if (!context.Value(Wait) && context.Execution.Scope is not null)
        {
            context.Stay("Done");
        }

        return Progress.Wait;
    }

    public override Progress ChildLeft(ActivityContext context, Execution child, ImmutableArray<string> outcomes)
    {
        context.Passed(Rounds.After(context.Run, child));
        return Progress.Done;
    }

    /// <summary>Hands the outputs to the variables that take them.</summary>
    public override void Leaving(ActivityContext context)
    {
        var outputs = context.Execution.Outputs ?? ImmutableSortedDictionary<string, FeelValue>.Empty;
        context.Put(Result, FeelValue.Of(FeelContext.From(outputs)));
        foreach (var (name, target) in Outputs)
        {
            context.Put(target, outputs.FirstOrDefault(o => string.Equals(o.Key, name, StringComparison.OrdinalIgnoreCase)).Value);
        }
    }

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) =>
        Named is { Length: > 0 } id && program.Definition(id) is null
            ? [new Problem("workflow.check.unknownDefinition", Severity.Error, definition.Id, $"{definition.Path}.workflowDefinitionId").With("definition", id)]
            : [];

    private static Subflow Read(ActivityReader reader, FeelInput<bool> wait) => new()
    {
        DefinitionId = reader.RequiredText("workflowDefinitionId"),
        Together = reader.Context("input"),
        Result = reader.Output("result"),
        Wait = wait,
    };

    private static bool IsOutput(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Raw.Get(value, "expression") is null && Raw.Get(value, "memoryReference") is not null;

    private IEnumerable<KeyValuePair<string, FeelValue>> Given(ActivityContext context, WorkflowDefinition definition)
    {
        if (Together is { } all)
        {
            return context.Value(all).Entries;
        }

        return Inputs.Select(i => KeyValuePair.Create(
            definition.Inputs.FirstOrDefault(n => string.Equals(n, i.Name, StringComparison.OrdinalIgnoreCase)) ?? i.Name, context.Value(i)));
    }
}
