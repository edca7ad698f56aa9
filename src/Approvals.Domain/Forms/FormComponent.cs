using System.Text.RegularExpressions;

namespace Approvals.Domain.Forms;

/// <summary>What a component is.</summary>
public enum FormComponentType
{
    Textfield,
    Textarea,
    Number,
    Checkbox,
    Checklist,
    Radio,
    Select,
    Date,
    Daterange,
    Text,
    Group,
    Dynamiclist,
    Table,
    Filepicker,
    Expression,
    Person,
    Consent,
}

/// <summary>One component of a form: a field, a group or something that is only shown.</summary>
public sealed record FormComponent
{
    /// <summary>Unique in the form: the file's <c>id</c>, else the path, else its place.</summary>
    public required string Id { get; init; }

    public required FormComponentType Type { get; init; }

    /// <summary>The key of the value; null for what has none.</summary>
    public string? Key { get; init; }

    /// <summary>Keys from the form's root with <c>[]</c> after a repeated group: <c>achievements[].date</c>; null without a value.</summary>
    public string? Path { get; init; }

    public LocalText? Label { get; init; }

    public LocalText? Description { get; init; }

    /// <summary>Markdown of a text, or what is agreed to; may hold <c>{{ FEEL }}</c>.</summary>
    public FormText? Text { get; init; }

    /// <summary>Hidden while this is true.</summary>
    public FeelExpression? Hide { get; init; }

    public FeelOr<bool> ReadOnly { get; init; } = new(false);

    public FeelOr<FeelValue>? Default { get; init; }

    public FieldValidation Validation { get; init; } = FieldValidation.None;

    public FieldRules Rules { get; init; } = FieldRules.None;

    /// <summary>Fixed choices; empty where <see cref="FieldRules.List"/> names a list.</summary>
    public ImmutableArray<FormOption> Options { get; init; } = [];

    /// <summary>Choices computed by FEEL: a list of texts or of <c>{ value, label }</c>.</summary>
    public FeelExpression? OptionsExpression { get; init; }

    /// <summary>Components inside a group or of one row of a repeated group.</summary>
    public ImmutableArray<FormComponent> Components { get; init; } = [];

    /// <summary>What a computed field is.</summary>
    public FeelExpression? Expression { get; init; }

    /// <summary>Rows of a table.</summary>
    public FeelExpression? Rows { get; init; }

    public ImmutableArray<TableColumn> Columns { get; init; } = [];

    /// <summary>Greatest number of decimal places of a number.</summary>
    public int? DecimalDigits { get; init; }

    /// <summary>Whether it holds a value of its own.</summary>
    public bool IsField => Key is not null && Type is not (FormComponentType.Group or FormComponentType.Text or FormComponentType.Table);
}

/// <summary>A choice.</summary>
public sealed record FormOption(string Value, LocalText Label)
{
    /// <summary>Whether it is offered no more: it names what was chosen before, and may be chosen by nobody else.</summary>
    public bool HasEnded { get; init; }
}

/// <summary>A column of a table.</summary>
public sealed record TableColumn(string Key, LocalText Label);

/// <summary>The <c>validate</c> of a component.</summary>
public sealed record FieldValidation
{
    public static FieldValidation None { get; } = new();

    public FeelOr<bool> Required { get; init; } = new(false);

    public FeelOr<decimal>? Min { get; init; }

    public FeelOr<decimal>? Max { get; init; }

    /// <summary>Earliest day of a date, as a date or FEEL.</summary>
    public FeelOr<FeelValue>? Earliest { get; init; }

    /// <summary>Latest day of a date, as a date or FEEL.</summary>
    public FeelOr<FeelValue>? Latest { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public Regex? Pattern { get; init; }

    /// <summary>The text shown when the pattern does not fit.</summary>
    public LocalText? PatternMessage { get; init; }
}

/// <summary>A rule that must hold when the field has a value.</summary>
public sealed record FieldCheck(FeelExpression Rule, LocalText Message);

/// <summary>How a field is searchable.</summary>
public enum Searchable
{
    No,
    Text,
    Number,
    Date,
    Exact,
}

/// <summary>What consent a field needs.</summary>
public enum ConsentNeed
{
    None,
    Notice,
    Separate,
}

/// <summary>The <c>approvals</c> of a component.</summary>
public sealed record FieldRules
{
    public static FieldRules None { get; } = new();

    /// <summary>Code of an identifier kind, or FEEL that gives one.</summary>
    public FeelOr<string>? Format { get; init; }

    public ImmutableArray<FieldCheck> Checks { get; init; } = [];

    /// <summary>Stored encrypted, masked on display, never copied into a variable.</summary>
    public bool Sensitive { get; init; }

    /// <summary>It tells who applies: hidden from those who decide without knowing it, as what is sensitive or prefilled from the person is.</summary>
    public bool Identifying { get; init; }

    /// <summary>Roles who may ever read it; empty: whoever may read the case.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    public LocalText? Purpose { get; init; }

    public ConsentNeed Consent { get; init; }

    public Searchable Searchable { get; init; }

    public Identifiers.MaskKind? Mask { get; init; }

    /// <summary>The named list of choices.</summary>
    public string? List { get; init; }

    /// <summary>The document type of a file picker.</summary>
    public string? Document { get; init; }

    public ImmutableArray<string> Formats { get; init; } = [];

    public decimal? MaxMegabytes { get; init; }

    public string? Template { get; init; }

    /// <summary>Least number of rows or files.</summary>
    public FeelOr<decimal>? Min { get; init; }

    /// <summary>Greatest number of rows or files.</summary>
    public FeelOr<decimal>? Max { get; init; }

    /// <summary>First value on the page.</summary>
    public FeelExpression? Prefill { get; init; }

    public LocalText? Unit { get; init; }

    public LocalText? Help { get; init; }
}
