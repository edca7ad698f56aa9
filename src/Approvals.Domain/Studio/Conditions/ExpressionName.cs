using Approvals.Domain.Forms;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>Something that an expression may read.</summary>
/// <param name="Path">How it is written: <c>form.basic.age</c>, <c>today</c>.</param>
/// <param name="Type">Its type as FEEL spells it; <c>Any</c> where that is not known.</param>
/// <param name="Label">What people call it; null for what has no other name.</param>
public sealed record ExpressionName(string Path, string Type, LocalText? Label)
{
    /// <summary>The values it may have, where they are listed.</summary>
    public ImmutableArray<FormOption> Options { get; init; } = [];

    /// <summary>The form it is a field of, in people's words; null for what is no field.</summary>
    public LocalText? Form { get; init; }
}
