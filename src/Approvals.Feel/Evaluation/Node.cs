using System.Runtime.CompilerServices;

namespace Approvals.Feel;

/// <summary>A compiled part of an expression. Names are bound to frames when it is made, so evaluation looks up only free names.</summary>
internal abstract class Node
{
    public Place Place { get; init; }

    /// <summary>The type as far as the text tells it; the parser uses it to recognise names of members.</summary>
    public virtual FeelType? Type { get; init; }

    /// <summary>Whether the value needs no frame.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The value in a frame; null once the evaluation has used up its steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeelValue Evaluate(Frame frame) => frame.Evaluation.TakeStep(this) ? Compute(frame) : FeelValue.Null;

    protected abstract FeelValue Compute(Frame frame);
}

/// <summary>A value known when the text was compiled.</summary>
internal sealed class Constant(FeelValue value) : Node
{
    public FeelValue Value { get; } = value;

    public override bool IsConstant => true;

    public override FeelType? Type => base.Type ?? Value.Kind switch
    {
        FeelKind.List => FeelType.ListOf(FeelType.Any),
        FeelKind.Context or FeelKind.Function => null,
        _ => FeelType.OfName(KindNames.Of(Value)),
    };

    protected override FeelValue Compute(Frame frame) => Value;
}

/// <summary>Refuses to go deeper than the machine's stack allows; stands at every so many levels of nesting.</summary>
internal sealed class StackGuard(Node inner) : Node
{
    public override FeelType? Type => inner.Type;

    protected override FeelValue Compute(Frame frame) => RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? inner.Evaluate(frame)
        : frame.Evaluation.Fail("feel.tooDeep", Place);
}
