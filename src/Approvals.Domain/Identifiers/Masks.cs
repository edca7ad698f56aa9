using System.Globalization;
using System.Text;

namespace Approvals.Domain.Identifiers;

/// <summary>How a value is hidden where it is shown.</summary>
public enum MaskKind
{
    /// <summary>Shown in full.</summary>
    None,

    /// <summary>The first character, then one asterisk: 张*.</summary>
    Name,

    /// <summary>An identifier by its length: 2201**********9918.</summary>
    Identifier,

    /// <summary>A telephone number: 138****1234.</summary>
    Mobile,

    /// <summary>Nothing of it: ****.</summary>
    Whole,

    /// <summary>A day by its year and month: 1985-06.</summary>
    Month,
}

/// <summary>Masks values for display.</summary>
public static class Masks
{
    /// <summary>Masks a value; an empty value stays empty.</summary>
    public static string Apply(MaskKind kind, string value) => value.Length == 0 ? value : kind switch
    {
        MaskKind.None => value,
        MaskKind.Name => Name(value),
        MaskKind.Mobile => Keep(value, 3, 4),
        MaskKind.Month => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value[..7] : "****",
        MaskKind.Identifier => value.Contains('@', StringComparison.Ordinal) ? Mail(value) : Number(value),
        _ => "****",
    };

    /// <summary>Masks a value as its kind of identifier is shown.</summary>
    public static string Apply(IdentifierKind kind, string value) => kind switch
    {
        IdentifierKind.Mobile => Apply(MaskKind.Mobile, value),
        IdentifierKind.Uscc => value, // an organisation's code is public
        _ => Apply(MaskKind.Identifier, value),
    };

    private static string Name(string value) => value.EnumerateRunes().First() + "*";

    /// <summary>Four and four of a long number; a short one shows at most a third.</summary>
    private static string Number(string value) => value.Length >= 15
        ? Keep(value, 4, 4)
        : Keep(value, Math.Min(2, value.Length / 4), Math.Min(2, value.Length / 4));

    private static string Mail(string value)
    {
        var at = value.LastIndexOf('@');
        return Keep(value[..at], 1, 0) + value[at..];
    }

    private static string Keep(string value, int first, int last)
    {
        if (value.Length <= first + last) return new string('*', Math.Max(4, value.Length));
        return new StringBuilder(value[..first]).Append('*', value.Length - first - last).Append(value[^last..]).ToString();
    }
}
