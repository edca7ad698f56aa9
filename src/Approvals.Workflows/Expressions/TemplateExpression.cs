namespace Approvals.Workflows;

/// <summary>A JSON value some of whose strings are FEEL, such as a list of participants.</summary>
internal sealed class TemplateExpression : InputExpression
{
    private readonly Part _root;

    private TemplateExpression(Part root, string text)
    {
        _root = root;
        Text = text;
        References = [.. root.Expressions().SelectMany(e => e.References).Distinct(StringComparer.Ordinal)];
        Needs = FactNames.In(References);
    }

    public override string Text { get; }

    public override FactNeeds Needs { get; }

    public override ImmutableArray<string> References { get; }

    public override FeelValue Evaluate(Evaluation evaluation) => _root.Evaluate(evaluation);

    /// <summary>Compiles JSON; the FEEL of a string that starts with <c>=</c> is compiled by the given function.</summary>
    public static InputExpression Of(JsonElement json, Func<string, FeelExpression?> compile)
    {
        var text = json.GetRawText();
        var root = Read(json, compile);
        return root is ConstantPart constant ? new ConstantExpression(constant.Value, text) : new TemplateExpression(root, text);
    }

    private static Part Read(JsonElement json, Func<string, FeelExpression?> compile) => json.ValueKind switch
    {
        JsonValueKind.String when json.GetString() is ['=', .. var feel] =>
            compile(feel) is { } compiled ? new FeelPart(compiled) : new ConstantPart(FeelValue.Null),
        JsonValueKind.Array => Join([.. json.EnumerateArray().Select(item => Read(item, compile))]),
        JsonValueKind.Object when !json.TryGetProperty("@type", out _) =>
            Join([.. json.EnumerateObject().Select(p => (p.Name, Read(p.Value, compile)))]),
        _ => new ConstantPart(FeelJson.Read(json)),
    };

    private static Part Join(ImmutableArray<Part> items) => items.All(i => i is ConstantPart)
        ? new ConstantPart(FeelValue.Of(items.Select(i => ((ConstantPart)i).Value)))
        : new ListPart(items);

    private static Part Join(ImmutableArray<(string Name, Part Value)> entries) => entries.All(e => e.Value is ConstantPart)
        ? new ConstantPart(FeelValue.Of(FeelContext.From(entries.Select(e => KeyValuePair.Create(e.Name, ((ConstantPart)e.Value).Value)))))
        : new ContextPart(entries);

    private abstract class Part
    {
        public abstract FeelValue Evaluate(Evaluation evaluation);

        public virtual IEnumerable<FeelExpression> Expressions() => [];
    }

    private sealed class ConstantPart(FeelValue value) : Part
    {
        public FeelValue Value => value;

        public override FeelValue Evaluate(Evaluation evaluation) => value;
    }

    private sealed class FeelPart(FeelExpression expression) : Part
    {
        public override FeelValue Evaluate(Evaluation evaluation) => evaluation.Of(expression);

        public override IEnumerable<FeelExpression> Expressions() => [expression];
    }

    private sealed class ListPart(ImmutableArray<Part> items) : Part
    {
        public override FeelValue Evaluate(Evaluation evaluation) => FeelValue.Of(items.Select(i => i.Evaluate(evaluation)));

        public override IEnumerable<FeelExpression> Expressions() => items.SelectMany(i => i.Expressions());
    }

    private sealed class ContextPart(ImmutableArray<(string Name, Part Value)> entries) : Part
    {
        public override FeelValue Evaluate(Evaluation evaluation) =>
            FeelValue.Of(FeelContext.From(entries.Select(e => KeyValuePair.Create(e.Name, e.Value.Evaluate(evaluation)))));

        public override IEnumerable<FeelExpression> Expressions() => entries.SelectMany(e => e.Value.Expressions());
    }
}
