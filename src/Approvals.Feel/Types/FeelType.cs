using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>The forms a type takes (DMN 1.5, 10.3.2).</summary>
public enum FeelTypeForm : byte
{
    /// <summary>Any value conforms.</summary>
    Any,

    /// <summary>Only null conforms.</summary>
    Null,

    /// <summary>boolean.</summary>
    Boolean,

    /// <summary>number.</summary>
    Number,

    /// <summary>string.</summary>
    String,

    /// <summary>date.</summary>
    Date,

    /// <summary>time.</summary>
    Time,

    /// <summary>date and time.</summary>
    DateTime,

    /// <summary>days and time duration.</summary>
    DaysTimeDuration,

    /// <summary>years and months duration.</summary>
    YearsMonthsDuration,

    /// <summary>list of an element type.</summary>
    List,

    /// <summary>context with named members.</summary>
    Context,

    /// <summary>range over an element type.</summary>
    Range,

    /// <summary>function with parameter types and a result type.</summary>
    Function,
}

/// <summary>A FEEL type, such as <c>list&lt;number&gt;</c> or <c>context&lt;a: string&gt;</c>.</summary>
public sealed record FeelType(FeelTypeForm Form)
{
    /// <summary>Any value.</summary>
    public static FeelType Any { get; } = new(FeelTypeForm.Any);

    /// <summary>boolean.</summary>
    public static FeelType Boolean { get; } = new(FeelTypeForm.Boolean);

    /// <summary>number.</summary>
    public static FeelType Number { get; } = new(FeelTypeForm.Number);

    /// <summary>string.</summary>
    public static FeelType String { get; } = new(FeelTypeForm.String);

    /// <summary>date.</summary>
    public static FeelType Date { get; } = new(FeelTypeForm.Date);

    /// <summary>date and time.</summary>
    public static FeelType DateTime { get; } = new(FeelTypeForm.DateTime);

    /// <summary>The one kind that all values of the type have, null aside; nothing for any value, and for lists, contexts, ranges and functions, which have parts.</summary>
    public FeelKind? Kind => Form switch
    {
        FeelTypeForm.Boolean => FeelKind.Boolean,
        FeelTypeForm.Number => FeelKind.Number,
        FeelTypeForm.String => FeelKind.String,
        FeelTypeForm.Date => FeelKind.Date,
        FeelTypeForm.Time => FeelKind.Time,
        FeelTypeForm.DateTime => FeelKind.DateTime,
        FeelTypeForm.DaysTimeDuration => FeelKind.DaysTimeDuration,
        FeelTypeForm.YearsMonthsDuration => FeelKind.YearsMonthsDuration,
        _ => null,
    };

    /// <summary>Type of the elements of a list or range, or of a function's result.</summary>
    public FeelType? Element { get; init; }

    /// <summary>Members of a context, in order.</summary>
    public ImmutableArray<KeyValuePair<string, FeelType>> Members { get; init; } = [];

    /// <summary>Types of a function's parameters.</summary>
    public ImmutableArray<FeelType> Parameters { get; init; } = [];

    /// <summary>For a function, whether its parameters and result are given; a bare <c>function</c> says nothing of them.</summary>
    public bool HasSignature { get; init; }

    /// <summary>
    /// What a value of the type must satisfy besides having its form, where a model says so; asked of an argument of a function,
    /// within the bounds of the run.
    /// </summary>
    public Func<FeelValue, FeelRun, bool>? Allows { get; init; }

    /// <summary>A list of elements of the type.</summary>
    public static FeelType ListOf(FeelType element) => new(FeelTypeForm.List) { Element = element };

    /// <summary>A context of the members.</summary>
    public static FeelType ContextOf(IEnumerable<KeyValuePair<string, FeelType>> members) => new(FeelTypeForm.Context) { Members = [.. members] };

    /// <summary>A function type; a result that is null is not known.</summary>
    internal static FeelType FunctionOf(ImmutableArray<FeelType> parameters, FeelType? result) =>
        new(FeelTypeForm.Function) { Parameters = parameters, Element = result, HasSignature = true };

    /// <summary>The built-in type of a name such as <c>number</c> or <c>date and time</c>; null when there is none.</summary>
    public static FeelType? OfName(string name) => FeelName.Normalize(name) switch
    {
        "Any" => Any,
        "Null" => new FeelType(FeelTypeForm.Null),
        "boolean" => Boolean,
        "number" => Number,
        "string" => String,
        "date" => Date,
        "time" => new FeelType(FeelTypeForm.Time),
        "date and time" or "dateTime" => DateTime,
        "days and time duration" or "dayTimeDuration" => new FeelType(FeelTypeForm.DaysTimeDuration),
        "years and months duration" or "yearMonthDuration" => new FeelType(FeelTypeForm.YearsMonthsDuration),
        "list" => ListOf(Any),
        "context" => new FeelType(FeelTypeForm.Context),
        "range" => new FeelType(FeelTypeForm.Range),
        "function" => new FeelType(FeelTypeForm.Function),
        _ => null,
    };

    /// <summary>Whether a value is of the type, without any conversion.</summary>
    public bool Conforms(FeelValue value) => TypeConformance.Conforms(value, this);

    /// <summary>
    /// The value as the type, converted where the standard says so: a single value to a list, a list of one value to it, a date
    /// to a date and time. Null stays null. Nothing when the value does not conform.
    /// </summary>
    public FeelValue? Coerce(FeelValue value) => TypeConformance.Coerce(value, this);

    /// <summary>The type as FEEL spells it.</summary>
    public override string ToString() => TypeText.Of(this);

    /// <summary>The type of a context's member; null when it is not known.</summary>
    internal FeelType? Member(string name) => Members.FirstOrDefault(member => member.Key == name).Value;
}
