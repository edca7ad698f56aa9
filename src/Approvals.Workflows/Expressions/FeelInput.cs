namespace Approvals.Workflows;

/// <summary>A typed input of an activity.</summary>
/// <typeparam name="T">The type the activity needs.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Expression">Its expression; null when the definition gives none.</param>
/// <param name="Read">Reads a value that is not null; false when it is of no use.</param>
/// <param name="Fallback">The value when there is no expression, or an optional one gives null.</param>
/// <param name="Required">Whether null is an incident.</param>
internal sealed record FeelInput<T>(string Name, InputExpression? Expression, ValueReader<T> Read, T Fallback, bool Required)
{
    /// <summary>Whether its value is the same in every case.</summary>
    public bool IsFixed => Expression is null or ConstantExpression;

    /// <summary>The value, where it is known without running.</summary>
    public T Constant => Expression is ConstantExpression { Value.IsNull: false } constant && Read(constant.Value, out var value) ? value : Fallback;
}

/// <summary>Reads a value as a type.</summary>
internal delegate bool ValueReader<T>(FeelValue value, out T result);
