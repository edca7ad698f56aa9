namespace Approvals.Workflows;

/// <summary>A definition made ready to run: typed activities, compiled expressions, graphs.</summary>
internal sealed class WorkflowProgram
{
    private readonly Dictionary<string, ActivityNode> _nodes = new(StringComparer.Ordinal);

    public WorkflowProgram(WorkflowDefinition definition)
    {
        Source = definition;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var variables = definition.Variables
            .Concat(definition.Root.WithDescendants().Skip(1).SelectMany(a => DefinitionReader.Variables(a.Property("variables")))).ToList();
        foreach (var variable in variables)
        {
            names[variable.Id] = variable.Name;
        }

        var scope = FeelScope.Of([.. variables.Select(v => v.Name), .. definition.Inputs, "case", "applicant", "form", "today", "now"]);
        VariableNames = names;
        Root = Add(definition.Root, null, new ExpressionReader(scope, names, problems), problems);
        Problems = problems.ToImmutable();
    }

    public WorkflowDefinition Source { get; }

    public ActivityNode Root { get; }

    /// <summary>Names of the variables by their ids.</summary>
    public IReadOnlyDictionary<string, string> VariableNames { get; }

    /// <summary>What compiling found.</summary>
    public ImmutableArray<Problem> Problems { get; }

    public IEnumerable<ActivityNode> Nodes => _nodes.Values;

    public ActivityNode? Find(string activity) => _nodes.GetValueOrDefault(activity);

    private ActivityNode Add(
        ActivityDefinition definition, ActivityNode? parent, ExpressionReader expressions, ImmutableArray<Problem>.Builder problems)
    {
        var activity = ActivityCatalog.Read(new ActivityReader(definition, expressions));
        var node = new ActivityNode(definition, activity, parent);
        if (!_nodes.TryAdd(definition.Id, node))
        {
            problems.Add(new Problem("workflow.check.duplicateId", Severity.Error, definition.Id, definition.Path)
                .With("other", _nodes[definition.Id].Definition.Path));
        }

        if (activity is Unsupported)
        {
            problems.Add(new Problem("workflow.check.unsupportedActivity", Severity.Error, definition.Id, definition.Path).With("type", definition.Type));
        }

        foreach (var child in definition.Children)
        {
            node.Children.Add(Add(child, node, expressions, problems));
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
