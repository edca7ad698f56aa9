using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A compiled boxed expression (DMN 1.5, 7.3 and 10.2).</summary>
internal abstract class Box
{
    /// <summary>The boxes directly inside.</summary>
    public virtual IEnumerable<Box> Parts => [];

    public abstract FeelValue Evaluate(DecisionRun run, FeelContext scope);
}

/// <summary>What the evaluation of one decision, with those it requires, has gathered.</summary>
/// <param name="clock">Holds <c>today</c> and <c>now</c> where they are known: the values that are asked of the model.</param>
internal sealed class DecisionRun(FeelContext? clock = null)
{
    public FeelRun Feel { get; } = new() { Clock = clock ?? FeelContext.Empty };

    public ImmutableArray<MatchedRule>.Builder Matched { get; } = ImmutableArray.CreateBuilder<MatchedRule>();
}

/// <summary>A text that could not be compiled: gives null; the model's problems name it.</summary>
internal sealed class BrokenBox : Box
{
    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) => FeelValue.Null;
}

/// <summary>A boxed expression that says of what type its value is.</summary>
internal sealed class TypedBox(Box box, ItemType type, string owner) : Box
{
    public override IEnumerable<Box> Parts => [box];

    public ItemType Type => type;

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) => type.Coerce(box.Evaluate(run, scope), owner, run.Feel);
}

/// <summary>A literal expression.</summary>
internal sealed class LiteralBox(FeelExpression expression, ItemType type) : Box
{
    public FeelType? Type => type == ItemType.Any ? expression.Type : type.Type;

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) => type.Coerce(expression.Evaluate(scope, run.Feel), expression.Text, run.Feel);
}

/// <summary>A boxed context: entries see those before them; an entry without a name is the result.</summary>
internal sealed class ContextBox(ImmutableArray<ContextBoxEntry> entries, Box? result) : Box
{
    public override IEnumerable<Box> Parts => entries.Select(entry => entry.Box).Concat(result is null ? [] : [result]);

    public FeelType? Type => result is not null ? BoxReader.TypeOf(result) : FeelType.ContextOf(entries.Select(entry =>
        KeyValuePair.Create(entry.Name, entry.Type == ItemType.Any ? BoxReader.TypeOf(entry.Box) ?? FeelType.Any : entry.Type.Type)));

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope)
    {
        var made = FeelContext.Empty;
        foreach (var entry in entries)
        {
            // A function may call itself: it finds itself in the scope that it closes over.
            var value = entry.Box is FunctionBox function
                ? function.Named(entry.Name, run, scope)
                : entry.Type.Coerce(entry.Box.Evaluate(run, scope), entry.Name, run.Feel);
            made = made.With(entry.Name, value);
            scope = scope.With(entry.Name, value);
        }

        return result is null ? run.Feel.Bounded(FeelValue.Of(made)) : result.Evaluate(run, scope);
    }
}

/// <summary>A named entry of a boxed context.</summary>
internal sealed record ContextBoxEntry(string Name, ItemType Type, Box Box);

/// <summary>A boxed list.</summary>
internal sealed class ListBox(ImmutableArray<Box> items) : Box
{
    public override IEnumerable<Box> Parts => items;

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) =>
        run.Feel.Bounded(FeelValue.Of(items.Select(item => item.Evaluate(run, scope))));
}

/// <summary>A relation: a list of contexts, one a row.</summary>
internal sealed class RelationBox(ImmutableArray<(string Name, ItemType Type)> columns, ImmutableArray<ImmutableArray<Box>> rows) : Box
{
    public override IEnumerable<Box> Parts => rows.SelectMany(row => row);

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) =>
        run.Feel.Bounded(FeelValue.Of(rows.Select(row => FeelValue.Of(FeelContext.From(columns.Zip(
            row, (column, cell) => KeyValuePair.Create(column.Name, column.Type.Coerce(cell.Evaluate(run, scope), column.Name, run.Feel))))))));
}

/// <summary>A boxed conditional (DMN 1.5, 10.2.2.8): false and null take the else branch, what is no boolean none.</summary>
internal sealed class ConditionalBox(Box condition, Box then, Box otherwise) : Box
{
    public override IEnumerable<Box> Parts => [condition, then, otherwise];

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope)
    {
        var answer = condition.Evaluate(run, scope);
        return answer == FeelValue.True ? then.Evaluate(run, scope)
            : answer.IsNull || answer.Kind == FeelKind.Boolean ? otherwise.Evaluate(run, scope)
            : NotBoolean.Of(answer, run);
    }
}
