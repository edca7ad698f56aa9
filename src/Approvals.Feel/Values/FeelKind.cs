namespace Approvals.Feel;

/// <summary>The kinds of FEEL values (DMN 1.5, 10.3.2.3).</summary>
public enum FeelKind : byte
{
    /// <summary>The null value.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A decimal number of up to 28 digits.</summary>
    Number,

    /// <summary>A string of Unicode code points.</summary>
    String,

    /// <summary>A day of the proleptic Gregorian calendar.</summary>
    Date,

    /// <summary>A time of day, with or without an offset or zone.</summary>
    Time,

    /// <summary>A date and time, with or without an offset or zone.</summary>
    DateTime,

    /// <summary>A duration of days, hours, minutes and seconds.</summary>
    DaysTimeDuration,

    /// <summary>A duration of years and months.</summary>
    YearsMonthsDuration,

    /// <summary>An ordered list of values.</summary>
    List,

    /// <summary>Named entries in order.</summary>
    Context,

    /// <summary>A range of comparable values.</summary>
    Range,

    /// <summary>A function.</summary>
    Function,
}
