namespace Approvals.Domain.Letters;

/// <summary>A part of a template.</summary>
internal abstract record TemplatePart
{
    internal virtual IEnumerable<(int Line, FeelExpression Expression)> Expressions => [];

    internal virtual IEnumerable<string> References => [];

    internal abstract void Write(Filling filling, FeelContext context);
}

internal sealed record PlainPart(string Text) : TemplatePart
{
    internal override void Write(Filling filling, FeelContext context) => filling.Write(Text);
}

internal sealed record ValuePart(FeelExpression Expression, int Line) : TemplatePart
{
    internal override IEnumerable<(int Line, FeelExpression Expression)> Expressions => [(Line, Expression)];

    internal override IEnumerable<string> References => Expression.References;

    internal override void Write(Filling filling, FeelContext context) => filling.Write(filling.Evaluate(Expression, context));
}

internal sealed record IfPart(FeelExpression Condition, int Line, ImmutableArray<TemplatePart> Then, ImmutableArray<TemplatePart> Else) : TemplatePart
{
    internal override IEnumerable<(int Line, FeelExpression Expression)> Expressions =>
        Then.Concat(Else).SelectMany(p => p.Expressions).Prepend((Line, Condition));

    internal override IEnumerable<string> References => Condition.References.Concat(Then.Concat(Else).SelectMany(p => p.References));

    internal override void Write(Filling filling, FeelContext context)
    {
        var isTrue = filling.Evaluate(Condition, context).TryGetBoolean(out var flag) && flag;
        foreach (var part in isTrue ? Then : Else) part.Write(filling, context);
    }
}

internal sealed record EachPart(FeelExpression Items, string Name, int Line, ImmutableArray<TemplatePart> Body) : TemplatePart
{
    internal override IEnumerable<(int Line, FeelExpression Expression)> Expressions => Body.SelectMany(p => p.Expressions).Prepend((Line, Items));

    internal override IEnumerable<string> References =>
        Items.References.Concat(Body.SelectMany(p => p.References).Where(r => r != Name && !r.StartsWith(Name + ".", StringComparison.Ordinal)));

    internal override void Write(Filling filling, FeelContext context)
    {
        var value = filling.Evaluate(Items, context);
        IReadOnlyList<FeelValue> items = value.IsNull ? [] : value.TryGetList(out var list) ? list : [value];
        foreach (var item in items)
        {
            if (!filling.Repeats()) return;
            var inner = context.With(Name, item);
            foreach (var part in Body) part.Write(filling, inner);
        }
    }
}
