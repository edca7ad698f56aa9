namespace Approvals.Feel;

/// <summary>
/// Works out at compile time what rests on constants alone. What would give a diagnostic, or takes long, stays as it is, so that
/// it is said when the expression is evaluated.
/// </summary>
internal static class Folding
{
    private const int MostSteps = 10_000;

    /// <summary>The value itself when all parts are constants and there is one; else the node.</summary>
    public static Node Of(Parsing parsing, Node node, params ReadOnlySpan<Node> parts)
    {
        foreach (var part in parts)
        {
            if (part is not Constant)
            {
                return node;
            }
        }

        return parsing.Folds ? Value(node) : node;
    }

    /// <summary>A chain of paths, filters and calls of built-in functions over constants.</summary>
    public static Node Of(Parsing parsing, PostfixChain chain) =>
        parsing.Folds && chain.First is Constant && Array.TrueForAll(chain.Links, link => link.IsConstant) ? Value(chain) : chain;

    private static Node Value(Node node)
    {
        var run = new FeelRun(MostSteps);
        var value = new Evaluation(FeelContext.Empty, run).Value(node);
        return run.DiagnosticCount == 0 ? new Constant(value) { Place = node.Place, Type = node.Type } : node;
    }
}
