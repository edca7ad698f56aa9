namespace Approvals.Domain.Studio.Conditions;

/// <summary>How many of a group's parts must hold.</summary>
public enum ConditionMatch
{
    /// <summary>Every part.</summary>
    All,

    /// <summary>At least one.</summary>
    Any,

    /// <summary>None of them.</summary>
    None,
}

/// <summary>What a test asks of a field.</summary>
public enum ConditionOperator
{
    /// <summary>It is the value.</summary>
    Equal,

    /// <summary>It is another value.</summary>
    NotEqual,

    /// <summary>It is smaller or earlier.</summary>
    Less,

    /// <summary>It is at most the value, or no later.</summary>
    AtMost,

    /// <summary>It is greater or later.</summary>
    Greater,

    /// <summary>It is at least the value, or no earlier.</summary>
    AtLeast,

    /// <summary>It is one of the values.</summary>
    In,

    /// <summary>It is none of the values.</summary>
    NotIn,

    /// <summary>It lies from the first value to the second, both included.</summary>
    Between,

    /// <summary>Its text contains the value.</summary>
    Contains,

    /// <summary>Its text does not contain the value.</summary>
    NotContains,

    /// <summary>Its text begins with the value.</summary>
    StartsWith,

    /// <summary>Its list has the value.</summary>
    Has,

    /// <summary>Its list does not have the value.</summary>
    HasNot,

    /// <summary>Its list has elements.</summary>
    HasItems,

    /// <summary>Its list has no element.</summary>
    HasNoItems,

    /// <summary>It was not answered.</summary>
    IsEmpty,

    /// <summary>It was answered.</summary>
    IsFilled,

    /// <summary>It is ticked.</summary>
    IsTrue,
}

/// <summary>What a value of a test is.</summary>
public enum ConditionValueKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A day as <c>2026-11-20</c>.</summary>
    Date,

    /// <summary>Another field or variable, by its path; <c>today</c> as well.</summary>
    Field,
}

/// <summary>A condition as people put it together: tests and groups of tests.</summary>
/// <param name="Match">How many of the parts must hold.</param>
/// <param name="Items">The parts in order.</param>
public sealed record ConditionGroup(ConditionMatch Match, ImmutableArray<ConditionItem> Items);

/// <summary>A part of a group: a test, or a group inside it.</summary>
/// <param name="Test">The test; null for a group.</param>
/// <param name="Group">The group; null for a test.</param>
public sealed record ConditionItem(ConditionTest? Test, ConditionGroup? Group);

/// <summary>A test of one field.</summary>
/// <param name="Field">The path of the field or variable.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Values">With what: none, one, two for a span, or several for a choice.</param>
public sealed record ConditionTest(string Field, ConditionOperator Operator, ImmutableArray<ConditionValue> Values);

/// <summary>A value of a test.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The value as plain text.</param>
public sealed record ConditionValue(ConditionValueKind Kind, string Text);
