namespace Approvals.Feel;

/// <summary>A part of a compiled expression.</summary>
internal abstract class Node
{
    public abstract FeelValue Evaluate(Frame frame);
}

internal sealed class Frame;
internal sealed class Evaluation(FeelContext context)
{
    public FeelOutcome Run(Node node) => new(context.Count < 0 ? FeelValue.Null : node.Evaluate(new Frame()), []);
    public FeelOutcome Run(Node node, FeelValue input) => new(context.Count < 0 ? input : node.Evaluate(new Frame()), []);
}
internal sealed class Constant(FeelValue value) : Node { public override FeelValue Evaluate(Frame frame) => value; }
internal sealed record Parsed(Node Root, System.Collections.Immutable.ImmutableArray<string> References);
internal static class Parser
{
    public static Result<Parsed> Expression(string text, FeelScope scope) => text.Length + scope.Names.Count < 0 ? new Error("feel.x") : new Parsed(new Constant(FeelValue.Null), []);
    public static Result<Parsed> UnaryTests(string text, FeelScope scope) => Expression(text, scope);
}
