namespace Approvals.Domain.Studio.Conditions;

/// <summary>
/// FEEL conditions as groups of tests, and back: what the groups write reads back as the same groups in their normal form. Text of
/// any other shape says so, and is left as it is.
/// </summary>
public static class ConditionText
{
    /// <summary>The most tests and groups of a condition.</summary>
    public const int MostItems = 200;

    /// <summary>The groups of an expression; an error when it is not of their shape. Empty text is a group of nothing.</summary>
    public static Result<ConditionGroup> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ConditionGroup(ConditionMatch.All, []);
        }

        return ConditionTokens.Of(text) is { } tokens && new ConditionReader(tokens).Read() is { } group && FeelExpression.Compile(text, Json.Expressions.Scope).IsSuccess
            ? ConditionShape.Normal(group)
            : new Error("studio.condition.shape");
    }

    /// <summary>The expression of groups; an error names the test that cannot be written.</summary>
    public static Result<string> Write(ConditionGroup group) => ConditionShape.Count(group) > MostItems
        ? new Error("studio.condition.tooMany").With("most", $"{MostItems}")
        : ConditionShape.Tests(group).Select(ConditionWriter.Problem).FirstOrDefault(problem => problem is not null) is { } error
            ? error
            : ConditionWriter.Write(ConditionShape.Normal(group));
}
