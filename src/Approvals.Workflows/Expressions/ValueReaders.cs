using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Reads expression values as what activities need; text is read where Elsa writes numbers and flags as text.</summary>
internal static class ValueReaders
{
    public static bool Text(FeelValue value, out string result)
    {
        result = Plain(value) ?? "";
        return result.Length > 0;
    }

    public static bool Flag(FeelValue value, out bool result) =>
        value.TryGetBoolean(out result) || (value.TryGetString(out var text) && bool.TryParse(text, out result));

    public static bool Whole(FeelValue value, out int result)
    {
        result = 0;
        if (!Number(value, out var number) || decimal.Truncate(number) != number || number is < 0 or > 100_000)
        {
            return false;
        }

        result = (int)number;
        return true;
    }

    public static bool Integer(FeelValue value, out int result)
    {
        result = 0;
        if (!Number(value, out var number) || decimal.Truncate(number) != number || number is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        result = (int)number;
        return true;
    }

    /// <summary>An instant; a day or a wall clock's time is meant where the office is.</summary>
    public static bool Instant(FeelValue value, out DateTimeOffset result)
    {
        if (value.TryGetDateTime(out result))
        {
            return true;
        }

        if (value.TryGetDate(out var day))
        {
            result = OfficeTime.At(day.ToDateTime(TimeOnly.MinValue));
            return true;
        }

        result = default;
        if (!value.TryGetString(out var text))
        {
            return false;
        }

        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) && local.Kind == DateTimeKind.Unspecified)
        {
            result = OfficeTime.At(local);
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out result);
    }

    public static bool Number(FeelValue value, out decimal result) => value.TryGetNumber(out result) ||
        (value.TryGetString(out var text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out result));

    public static bool Date(FeelValue value, out DateOnly result)
    {
        if (value.TryGetDate(out result))
        {
            return true;
        }

        if (value.TryGetDateTime(out var instant))
        {
            result = DateOnly.FromDateTime(instant.DateTime);
            return true;
        }

        return value.TryGetString(out var text) && DateOnly.TryParse(text.Split('T')[0], CultureInfo.InvariantCulture, out result);
    }

    public static bool DateOrNothing(FeelValue value, out DateOnly? result)
    {
        var read = Date(value, out var day);
        result = read ? day : null;
        return read;
    }

    public static bool Duration(FeelValue value, out TimeSpan result) => value.TryGetDuration(out result) ||
        (value.TryGetString(out var text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out result));

    public static bool Any(FeelValue value, out FeelValue result)
    {
        result = value;
        return true;
    }

    /// <summary>One text or a list of texts.</summary>
    public static bool Texts(FeelValue value, out ImmutableArray<string> result)
    {
        result = value.TryGetList(out var list) ? [.. list.Select(Plain).OfType<string>()] : Plain(value) is { } one ? [one] : [];
        return true;
    }

    /// <summary>An object; also one that stands in a text, as Elsa writes headers and inputs.</summary>
    public static bool Context(FeelValue value, out FeelContext result)
    {
        var given = value.TryGetString(out var text) && LiteralValue.Json(text) is { } json ? json : value;
        result = given.TryGetContext(out var context) ? context : FeelContext.Empty;
        return context is not null;
    }

    public static bool Limit(FeelValue value, out Limit? result)
    {
        result = null;
        if (!value.TryGetContext(out var context) || !Whole(context["length"], out var length) ||
            !Enum.TryParse<LimitUnit>(Plain(context["unit"]) ?? nameof(LimitUnit.WorkingDays), ignoreCase: true, out var unit))
        {
            return false;
        }

        result = new Limit(length, unit) { Yellow = Yellow(context["yellow"]) };
        return true;
    }

    /// <summary>A value as the text people would write; null for null and for lists and contexts.</summary>
    public static string? Plain(FeelValue value) => value.Kind switch
    {
        FeelKind.Null or FeelKind.List or FeelKind.Context or FeelKind.Function or FeelKind.Range => null,
        FeelKind.String => value.AsString(),
        FeelKind.Date when value.TryGetDate(out var date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static YellowRule? Yellow(FeelValue value) => value.TryGetContext(out var context)
        ? new YellowRule(Number(context["share"], out var share) ? share : null, Whole(context["days"], out var days) ? days : null)
        : null;
}
