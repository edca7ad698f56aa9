namespace Approvals.Workflows;

/// <summary>A definition made ready to run: typed activities, compiled expressions, graphs.</summary>
internal sealed class WorkflowProgram
{
    private readonly Dictionary<string, ActivityNode> _nodes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _scope;
    private readonly ProgramParts _parts;

    public WorkflowProgram(WorkflowDefinition definition)
    {
        Source = definition;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        VariableNames = NamesOf(definition);
        _scope = [.. VariableNames.Values, .. definition.Inputs, Loop.CurrentValue, Loop.CurrentIndex, "case", "applicant", "form", "today", "now"];
        var reader = new ExpressionReader(FeelScope.Of([.. _scope]), VariableNames, definition.Outputs, problems);
        Root = Add(_nodes, definition.Root, null, reader, problems);
        Expressions = [.. reader.Written, .. _nodes.Values.SelectMany(n => n.Activity is FlowSwitch chooses ? Conditions(n, chooses) : [])];
        Problems = problems.ToImmutable();
        _parts = new ProgramParts(this);
    }

    public WorkflowDefinition Source { get; }

    public ActivityNode Root { get; }

    /// <summary>Names of the variables by their ids.</summary>
    public IReadOnlyDictionary<string, string> VariableNames { get; }

    /// <summary>What compiling found.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Every expression of the definition, in order.</summary>
    public IReadOnlyList<WrittenExpression> Expressions { get; }

    /// <summary>Whether a name means something in expressions.</summary>
    public bool Knows(string name) => _scope.Contains(name);

    public IEnumerable<ActivityNode> Nodes => _nodes.Values;

    /// <summary>An activity by its id, also inside a definition used as an activity.</summary>
    public ActivityNode? Find(string activity) => _nodes.TryGetValue(activity, out var node) ? node : _parts.Find(activity);

    private static IEnumerable<WrittenExpression> Conditions(ActivityNode node, FlowSwitch chooses) => chooses.Cases
        .Where(c => c.Condition.Expression is not null).Select(c => new WrittenExpression(node.Definition, c.Condition.Name, c.Condition.Expression!));

    /// <summary>A definition by its id: the version that is named where it is given along, else the one of the id, or this itself; null when there is none.</summary>
    public WorkflowDefinition? Definition(string id, string? version = null) =>
        version is not null && Source.Flows.TryGetValue(version, out var exact) && exact.DefinitionId == id ? exact
        : Source.Flows.TryGetValue(id, out var flow) ? flow
        : id == Source.DefinitionId ? Source : null;

    /// <summary>A definition inside an activity of this one; null when there is none of this id.</summary>
    public ProgramPart? Part(string activity, string definition) => _parts.Of(activity, definition);

    /// <summary>How many definitions an activity is inside of.</summary>
    public int Depth(string activity)
    {
        var depth = 0;
        for (var node = Find(activity); node is not null; node = node.Parent)
        {
            depth += node.Activity is Subflow ? 1 : 0;
        }

        return depth - 1;
    }

    /// <summary>What an activity means by an id: one of its own definition, else one of this.</summary>
    public ActivityNode? Named(ActivityNode from, string id) => Find(from.Definition.Prefix + id) ?? Find(id);

    /// <summary>Compiles a definition as a part of this one.</summary>
    public ProgramPart Compile(ActivityNode reference, WorkflowDefinition definition, string prefix)
    {
        var nodes = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);
        var names = NamesOf(definition);
        var scope = FeelScope.Of([.. names.Values, .. definition.Inputs, .. _scope]);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var root = Add(nodes, definition.Root.Under(prefix), reference, new ExpressionReader(scope, names, definition.Outputs, problems), problems);
        return new ProgramPart(definition, root, nodes);
    }

    private static Dictionary<string, string> NamesOf(WorkflowDefinition definition)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in definition.Variables
            .Concat(definition.Root.WithDescendants().Skip(1).SelectMany(a => DefinitionReader.Variables(a.Property("variables")))))
        {
            names[variable.Id] = variable.Name;
        }

        return names;
    }

    private static ActivityNode Add(
        Dictionary<string, ActivityNode> nodes, ActivityDefinition definition, ActivityNode? parent, ExpressionReader expressions, ImmutableArray<Problem>.Builder problems)
    {
        var activity = ActivityCatalog.Read(new ActivityReader(definition, expressions));
        var node = new ActivityNode(definition, activity, parent);
        if (!nodes.TryAdd(definition.Id, node))
        {
            problems.Add(new Problem("workflow.check.duplicateId", Severity.Error, definition.Id, definition.Path)
                .With("other", nodes[definition.Id].Definition.Path));
        }

        if (activity is Unsupported)
        {
            problems.Add(new Problem("workflow.check.unsupportedActivity", Severity.Error, definition.Id, definition.Path).With("type", definition.Type));
        }

        foreach (var child in definition.Children)
        {
            node.Children.Add(Add(nodes, child, node, expressions, problems));
        }

        return node;
    }
}

/// <summary>An activity of a definition with its place.</summary>
internal sealed class ActivityNode(ActivityDefinition definition, Activity activity, ActivityNode? parent)
{
    public ActivityDefinition Definition => definition;

    public Activity Activity => activity;

    public ActivityNode? Parent => parent;

    public string Id => definition.Id;

    /// <summary>The children, in order.</summary>
    public List<ActivityNode> Children { get; } = [];

    /// <summary>Letters by the outcome that sends them.</summary>
    public ImmutableSortedDictionary<string, string> Letters { get; } = ReadLetters(definition);

    /// <summary>A child by id.</summary>
    public ActivityNode? Child(string id) => Children.Find(c => c.Id == id);

    /// <summary>A container's own variables with their values at the start.</summary>
    public ImmutableSortedDictionary<string, FeelValue> Variables { get; } = parent is null
        ? ImmutableSortedDictionary<string, FeelValue>.Empty
        : DefinitionReader.Variables(definition.Property("variables"))
            .ToImmutableSortedDictionary(v => v.Name, v => v.Default, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, string> ReadLetters(ActivityDefinition definition) =>
        ActivityTexts.Approvals(definition) is { } own && own.TryGetProperty("letters", out var letters) && letters.ValueKind == JsonValueKind.Object
            ? letters.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(l => l.Name).ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString()!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;
}
