using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Identifiers;

/// <summary>Checks identifiers by the rules of their standards; no look-up anywhere.</summary>
public static partial class IdentifierCheck
{
    /// <summary>GB/T 2260: the first two digits of a province, region or municipality.</summary>
    private static readonly FrozenSet<string> Provinces = FrozenSet.ToFrozenSet(
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ]);

    private static readonly FrozenSet<string> PermitRegions = FrozenSet.ToFrozenSet(["810000", "820000", "830000"]);

    /// <summary>Checks a value of a kind.</summary>
    /// <param name="kind">The kind it must be.</param>
    /// <param name="value">What was entered; nothing is trimmed but a final <c>x</c> may be lower case.</param>
    /// <param name="today">The day against which a date of birth must not lie in the future.</param>
    /// <returns>The identifier, or <c>identifiers.format</c>, <c>.region</c>, <c>.birthDate</c>, <c>.checkDigit</c>, each with the <c>kind</c>'s code.</returns>
    public static Result<Identifier> Check(IdentifierKind kind, string value, DateOnly today)
    {
        var canonical = Canonical(kind, value);
        return kind switch
        {
            IdentifierKind.ResidentId => Resident(kind, canonical, today, Provinces.Contains(Start(canonical, 2))),
            IdentifierKind.ResidencePermitHmt => Resident(kind, canonical, today, PermitRegions.Contains(Start(canonical, 6))),
            IdentifierKind.PermanentResident2023 => Resident(kind, canonical, today, Start(canonical, 1) == "9"),
            IdentifierKind.PermanentResident2017 => PermanentResident(canonical),
            IdentifierKind.Uscc => Credit(canonical),
            _ => Pattern(kind).IsMatch(canonical) ? new Identifier(kind, canonical) : Wrong(kind, "format"),
        };
    }

    /// <summary>Only the check character X has two spellings, and people type the small one.</summary>
    private static string Canonical(IdentifierKind kind, string value) =>
        kind is IdentifierKind.ResidentId or IdentifierKind.ResidencePermitHmt or IdentifierKind.PermanentResident2023
        && value.EndsWith('x') ? value[..^1] + 'X' : value;

    private static Result<Identifier> Resident(IdentifierKind kind, string value, DateOnly today, bool regionExists)
    {
        if (!ResidentShape().IsMatch(value)) return Wrong(kind, "format");
        if (!regionExists) return Wrong(kind, "region");
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            || birth > today)
        {
            return Wrong(kind, "birthDate");
        }

        if (CheckDigits.Resident(value) != value[17]) return Wrong(kind, "checkDigit");
        return new Identifier(kind, value, birth, (value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female);
    }

    private static Result<Identifier> PermanentResident(string value)
    {
        const IdentifierKind Kind = IdentifierKind.PermanentResident2017;
        if (!PermanentResident2017().IsMatch(value)) return Wrong(Kind, "format");
        return CheckDigits.Travel(value.AsSpan(0, 14)) == value[14] ? new Identifier(Kind, value) : Wrong(Kind, "checkDigit");
    }

    private static Result<Identifier> Credit(string value)
    {
        if (value.Length != 18 || CheckDigits.Credit(value.AsSpan(0, 17)) is not { } check) return Wrong(IdentifierKind.Uscc, "format");
        return check == value[17] ? new Identifier(IdentifierKind.Uscc, value) : Wrong(IdentifierKind.Uscc, "checkDigit");
    }

    private static Regex Pattern(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Mobile => Mobile(),
        IdentifierKind.PassportCn => PassportCn(),
        IdentifierKind.PassportForeign => PassportForeign(),
        IdentifierKind.MainlandTravelPermitHm => TravelPermitHm(),
        IdentifierKind.MainlandTravelPermitTw => TravelPermitTw(),
        IdentifierKind.Email => Email(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Has a check of its own."),
    };

    private static string Start(string value, int length) => value.Length < length ? "" : value[..length];

    private static Error Wrong(IdentifierKind kind, string what) => new Error("identifiers." + what).With("kind", kind.Code());

    [GeneratedRegex(@"^[0-9]{17}[0-9X]\z")]
    private static partial Regex ResidentShape();

    [GeneratedRegex(@"^[A-Z]{3}[0-9]{12}\z")]
    private static partial Regex PermanentResident2017();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(?:[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})\z")]
    private static partial Regex PassportCn();

    [GeneratedRegex(@"^[A-Z0-9]{5,15}\z")]
    private static partial Regex PassportForeign();

    [GeneratedRegex(@"^(?:[HM](?:[0-9]{8}|[0-9]{10})|[HM]A[0-9]{7})\z")]
    private static partial Regex TravelPermitHm();

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex TravelPermitTw();

    [GeneratedRegex(@"^(?=.{6,254}\z)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex Email();
}
