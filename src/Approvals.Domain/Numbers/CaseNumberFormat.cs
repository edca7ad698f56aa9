using System.Globalization;
using System.Text;
using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Numbers;

/// <summary>What a case number is made of.</summary>
/// <param name="Region">Region code of the place where the case was filed.</param>
/// <param name="Day">Day of submission.</param>
/// <param name="Service">Two-digit number code of the service.</param>
/// <param name="Serial">Running number of that region, day and service.</param>
public sealed record CaseNumber(string Region, DateOnly Day, string Service, int Serial);

/// <summary>
/// A format of case numbers as data, such as <c>{region:6}{date:yyyyMMdd}{service:2}{serial:5}{check}</c>. The check digit is
/// GB/T 17710 mod 11,10 over the digits before it. A province may have its own numbering rule, so nothing of it is code.
/// </summary>
public sealed class CaseNumberFormat
{
    /// <summary>The format used where a service names none.</summary>
    public const string DefaultPattern = "{region:6}{date:yyyyMMdd}{service:2}{serial:5}{check}";

    private readonly ImmutableArray<NumberPart> _parts;

    private CaseNumberFormat(string pattern, ImmutableArray<NumberPart> parts) => (Pattern, _parts) = (pattern, parts);

    /// <summary>The default format.</summary>
    public static CaseNumberFormat Default { get; } = Parse(DefaultPattern).Value;

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>The greatest serial that fits.</summary>
    public int GreatestSerial => Greatest(_parts.First(p => p.Kind == NumberPartKind.Serial).Length);

    /// <summary>Reads a pattern.</summary>
    /// <returns>The format, or <c>numbers.pattern</c> with what is wrong.</returns>
    public static Result<CaseNumberFormat> Parse(string pattern) =>
        NumberPart.ReadAll(pattern).Map(parts => new CaseNumberFormat(pattern, parts));

    /// <summary>Writes a number.</summary>
    /// <returns>The number, or <c>numbers.serialExhausted</c>, <c>numbers.region</c> or <c>numbers.service</c>.</returns>
    public Result<string> Format(CaseNumber number)
    {
        if (number.Serial < 0 || number.Serial > GreatestSerial) return new Error("numbers.serialExhausted", ErrorKind.Conflict);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Write(number, text) is { } error) return error;
        }

        return text.ToString();
    }

    /// <summary>Takes a number apart; checks its length, its digits and its check digit.</summary>
    /// <returns>Its parts, or <c>numbers.invalid</c>.</returns>
    public Result<CaseNumber> Read(string text)
    {
        var (position, number) = (0, new CaseNumber("", default, "", 0));
        foreach (var part in _parts)
        {
            if (position + part.Length > text.Length || part.Read(text, position, number) is not { } next)
            {
                return new Error("numbers.invalid", ErrorKind.NotFound);
            }

            (position, number) = (position + part.Length, next);
        }

        return position == text.Length ? number : new Error("numbers.invalid", ErrorKind.NotFound);
    }

    /// <summary>Whether a text is a well-formed number of this format; a slip of the pen is found without a look-up.</summary>
    public bool Check(string text) => Read(text).IsSuccess;

    internal static int Greatest(int digits) => int.Parse(new string('9', Math.Min(digits, 9)), CultureInfo.InvariantCulture);

    internal static char CheckDigit(string before) =>
        CheckDigits.Mod11Comma10(string.Concat(before.Where(char.IsAsciiDigit)));
}
