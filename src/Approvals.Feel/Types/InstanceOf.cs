namespace Approvals.Feel;

/// <summary><c>value instance of type</c> (DMN 1.5, 10.3.2.3, table 55).</summary>
internal sealed class InstanceOf(Node value, FeelType type) : Node
{
    public override FeelType? Type => FeelType.Boolean;

    protected override FeelValue Compute(Frame frame)
    {
        var given = value.Evaluate(frame);
        return FeelValue.Of(given.IsNull ? type.Form == FeelTypeForm.Null : TypeConformance.Conforms(given, type));
    }
}
