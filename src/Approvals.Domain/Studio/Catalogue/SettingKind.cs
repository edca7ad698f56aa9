namespace Approvals.Domain.Studio.Catalogue;

/// <summary>How a setting is entered and written.</summary>
public enum SettingKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A text in both languages, or one for both.</summary>
    LocalText,

    /// <summary>A text of several lines in both languages.</summary>
    LocalLongText,

    /// <summary>Markdown in both languages.</summary>
    LocalMarkdown,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of its options.</summary>
    Choice,

    /// <summary>Some of its options.</summary>
    Choices,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of whole numbers.</summary>
    Wholes,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day of every year, <c>MM-dd</c>.</summary>
    DayOfYear,

    /// <summary>A FEEL expression.</summary>
    Feel,

    /// <summary>A FEEL expression that holds or does not.</summary>
    Condition,

    /// <summary>Yes, no, or FEEL behind <c>=</c>.</summary>
    FlagOrFeel,

    /// <summary>A number, or FEEL behind <c>=</c>.</summary>
    NumberOrFeel,

    /// <summary>A text or one of its options, or FEEL behind <c>=</c>.</summary>
    TextOrFeel,

    /// <summary>Any value, or FEEL behind <c>=</c>.</summary>
    ValueOrFeel,

    /// <summary>One thing of the package that its source names.</summary>
    Reference,

    /// <summary>Several things of the package that its source names.</summary>
    References,

    /// <summary>An object with settings of its own.</summary>
    Record,

    /// <summary>A list of objects with settings of their own.</summary>
    Records,

    /// <summary>Texts in both languages by name.</summary>
    Terms,

    /// <summary>Figures by name, each with its source and a note.</summary>
    Figures,

    /// <summary>FEEL expressions by name.</summary>
    Feels,

    /// <summary>Components inside a group; the form designer edits them.</summary>
    Components,
}
