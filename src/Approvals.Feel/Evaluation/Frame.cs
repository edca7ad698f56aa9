namespace Approvals.Feel;

/// <summary>One bound value: an iteration variable, a parameter, a context entry, a filter's item, or the input of unary tests.</summary>
internal sealed class Frame(Evaluation evaluation, Frame? parent, FeelValue value)
{
    public Evaluation Evaluation { get; } = evaluation;

    public Frame? Parent { get; } = parent;

    /// <summary>Set once more only for a function that names itself.</summary>
    public FeelValue Value { get; set; } = value;

    public Frame Up(int hops)
    {
        var frame = this;
        for (; hops > 0; hops--)
        {
            frame = frame.Parent!;
        }

        return frame;
    }

    public Frame Push(in FeelValue value) => new(Evaluation, this, value);
}
