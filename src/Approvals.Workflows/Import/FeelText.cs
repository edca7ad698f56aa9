namespace Approvals.Workflows;

/// <summary>What is known of a value in a script.</summary>
internal enum ScriptType
{
    Unknown,
    Number,
    Text,
    Flag,
    List,
    Object,
    Nothing,
}

/// <summary>How strongly a piece of FEEL holds together.</summary>
internal enum Binding
{
    Choice,
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Power,
    Sign,
    Whole,
}

/// <summary>A piece of FEEL.</summary>
/// <param name="Text">The text.</param>
/// <param name="Binding">How strongly it holds together.</param>
/// <param name="Type">What is known of its value.</param>
/// <param name="MayBeNull">Whether null is to be expected.</param>
internal readonly record struct FeelText(string Text, Binding Binding, ScriptType Type, bool MayBeNull = false)
{
    public static FeelText Null { get; } = new("null", Binding.Whole, ScriptType.Nothing, MayBeNull: true);

    /// <summary>The text, in brackets where the place asks for more than it holds.</summary>
    public string In(Binding place) => Binding < place ? $"({Text})" : Text;

    public static FeelText Quoted(string text) => new($"\"{Escaped(text)}\"", Binding.Whole, ScriptType.Text);

    public static FeelText Call(string function, ScriptType type, params ReadOnlySpan<string> arguments) =>
        new($"{function}({string.Join(", ", arguments!)})", Binding.Whole, type);

    public static FeelText If(string condition, FeelText then, FeelText otherwise) => new(
        $"if {condition} then {then.In(Binding.Or)} else {otherwise.Text}", Binding.Choice,
        then.Type == otherwise.Type ? then.Type : ScriptType.Unknown, then.MayBeNull || otherwise.MayBeNull);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
