using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>The constants at which the answer of unary tests may change.</summary>
internal static class TestEndpoints
{
    /// <summary>Nothing when the tests do more than compare the input with constants.</summary>
    public static ImmutableArray<FeelValue>? Of(Test test)
    {
        var found = ImmutableArray.CreateBuilder<FeelValue>();
        return Collect(test, found) ? found.ToImmutable() : null;
    }

    private static bool Collect(Test test, ImmutableArray<FeelValue>.Builder found) => test switch
    {
        AnyTest => true,
        ComparisonTest comparison => Constant(comparison.Endpoint, found),
        ExpressionTest { UsesInput: true } expression => Condition(expression.Expression, found),
        ExpressionTest expression => Constant(expression.Expression, found),
        AnyOfTests several => Array.TrueForAll(several.Tests, inner => Collect(inner, found)),
        _ => false,
    };

    /// <summary>A condition on the input: comparisons of it with constants, joined by and, or and not.</summary>
    private static bool Condition(Node node, ImmutableArray<FeelValue>.Builder found) => node switch
    {
        Comparison { Left: var left, Right: var right } => (IsInput(left) && Constant(right, found)) || (IsInput(right) && Constant(left, found)),
        Between between => IsInput(between.Value) && Constant(between.Low, found) && Constant(between.High, found),
        InTests tests => IsInput(tests.Value) && Collect(tests.Tests, found),
        Junction junction => Array.TrueForAll(junction.Operands, operand => Condition(operand, found)),
        _ => false,
    };

    /// <summary>By its text: a constant expression with a question mark in a string counts as well, to be safe.</summary>
    private static bool MentionsInput(Node node) => node.Place.Source is null || node.Place.Whole.Contains(Bindings.Input, StringComparison.Ordinal);

    private static bool IsInput(Node node) => node is LocalVariable { Name: Bindings.Input, Hops: 0 };

    /// <summary>A value that needs nothing from outside; what it needs and does not find is a diagnostic.</summary>
    private static bool Constant(Node node, ImmutableArray<FeelValue>.Builder found)
    {
        if (node is not Feel.Constant && MentionsInput(node))
        {
            return false;
        }

        var run = new FeelRun();
        var value = new Evaluation(FeelContext.Empty, run).Value(node);
        if (run.DiagnosticCount > 0)
        {
            return false;
        }

        Add(value, found);
        return true;
    }

    private static void Add(in FeelValue value, ImmutableArray<FeelValue>.Builder found)
    {
        switch (value.Kind)
        {
            case FeelKind.Range:
                found.AddRange(new[] { value.Range.Start, value.Range.End }.Where(end => !end.IsNull));
                break;
            case FeelKind.List:
                foreach (var item in value.List)
                {
                    Add(item, found);
                }

                break;
            default:
                found.Add(value);
                break;
        }
    }
}
