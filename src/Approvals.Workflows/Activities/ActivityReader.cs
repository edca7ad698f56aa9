namespace Approvals.Workflows;

/// <summary>Gives an activity its typed inputs.</summary>
internal sealed class ActivityReader(ActivityDefinition definition, ExpressionReader expressions)
{
    public ActivityDefinition Definition => definition;

    public ExpressionReader Expressions => expressions;

    /// <summary>Names of the properties that were asked for, so that the catalogue of blocks can be held against them.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>A property as it was written.</summary>
    public JsonElement? Given(string name)
    {
        Asked.Add(name);
        return definition.Property(name);
    }

    public FeelInput<string> RequiredText(string name) => Input<string>(name, ValueReaders.Text, "", required: true);

    public FeelInput<string> Text(string name, string fallback = "") => Input<string>(name, ValueReaders.Text, fallback);

    /// <summary>One of a few words; the first is the fallback.</summary>
    public FeelInput<string> Choice(string name, params ImmutableArray<string> words) => Input(
        name, (FeelValue value, out string word) => ValueReaders.Text(value, out word) && words.Contains(word), words[0]);

    public FeelInput<bool> Flag(string name, bool fallback = false) => Input<bool>(name, ValueReaders.Flag, fallback);

    public FeelInput<bool> RequiredFlag(string name) => Input<bool>(name, ValueReaders.Flag, false, required: true);

    public FeelInput<int> RequiredWhole(string name) => Input<int>(name, ValueReaders.Whole, 0, required: true);

    public FeelInput<int> Whole(string name, int fallback) => Input<int>(name, ValueReaders.Whole, fallback);

    /// <summary>A whole number of either sign.</summary>
    public FeelInput<int> Integer(string name, int fallback) => Input<int>(name, ValueReaders.Integer, fallback);

    public FeelInput<DateOnly> RequiredDate(string name) => Input<DateOnly>(name, ValueReaders.Date, default, required: true);

    public FeelInput<TimeSpan> RequiredDuration(string name) => Input<TimeSpan>(name, ValueReaders.Duration, default, required: true);

    public FeelInput<Limit?> Limit(string name) => Input<Limit?>(name, ValueReaders.Limit, null);

    public FeelInput<ImmutableArray<string>> Texts(string name) => Input<ImmutableArray<string>>(name, ValueReaders.Texts, []);

    public FeelInput<FeelContext> Context(string name) => Input<FeelContext>(name, ValueReaders.Context, FeelContext.Empty);

    public FeelInput<FeelValue> Value(string name) => Input<FeelValue>(name, ValueReaders.Any, FeelValue.Null);

    public FeelInput<FeelValue> RequiredValue(string name) => Input<FeelValue>(name, ValueReaders.Any, FeelValue.Null, required: true);

    public FeelInput<Share> Share(string name, Share fallback) => Input(name, Workflows.Share.Read, fallback);

    /// <summary>Id of the child that a property holds.</summary>
    public string? Child(string property)
    {
        Asked.Add(property);
        return definition.Slot(property)?.Id;
    }

    /// <summary>What takes an output: a variable by its id, else an output of the definition by its name.</summary>
    public OutputTarget Output(string name)
    {
        var id = Given(name) is { ValueKind: JsonValueKind.Object } output && Raw.Get(output, "memoryReference") is { ValueKind: JsonValueKind.Object } memory
            ? Raw.Text(memory, "id")
            : null;
        return expressions.VariableName(id) is { } variable ? new OutputTarget(variable) : new OutputTarget(null, expressions.OutputName(id));
    }

    public FeelInput<T> Input<T>(string name, ValueReader<T> read, T fallback, bool required = false)
    {
        Asked.Add(name);
        var expression = expressions.Input(definition, name);
        if (required && (expression is null || expression is ConstantExpression { Value.IsNull: true }))
        {
            Report("workflow.check.inputMissing", name, "");
        }
        else if (expression is ConstantExpression { Value.IsNull: false } constant && !read(constant.Value, out _))
        {
            Report("workflow.check.wrongValue", name, constant.Text);
        }

        return new FeelInput<T>(name, expression, read, fallback, required);
    }

    private void Report(string code, string name, string expression) => expressions.Report(
        new Problem(code, Severity.Error, definition.Id, $"{definition.Path}.{name}").With("input", name).With("expression", expression));
}

/// <summary>Where an output goes.</summary>
/// <param name="Variable">Name of the variable; null when none wants it.</param>
/// <param name="Output">Name of the definition's output that takes it; null when none does.</param>
internal readonly record struct OutputTarget(string? Variable, string? Output = null);
