using System.Text.RegularExpressions;
using Approvals.Domain.Json;

namespace Approvals.Domain.Forms;

/// <summary>Reads the <c>validate</c> of a component.</summary>
internal static class ValidationReader
{
    internal static readonly ImmutableArray<string> Properties =
        ["required", "min", "max", "minLength", "maxLength", "pattern", "patternErrorMessage", "validationType"];

    internal static FieldValidation Read(JsonPlace place, FormComponentType type)
    {
        place.Only(Properties);
        var isDate = type is FormComponentType.Date or FormComponentType.Daterange;
        return new FieldValidation
        {
            Required = place.FlagOrFeel("required") ?? new FeelOr<bool>(false),
            Min = isDate ? null : place.NumberOrFeel("min"),
            Max = isDate ? null : place.NumberOrFeel("max"),
            Earliest = isDate ? place.ValueOrFeel("min") : null,
            Latest = isDate ? place.ValueOrFeel("max") : null,
            MinLength = place.Whole("minLength"),
            MaxLength = place.Whole("maxLength"),
            Pattern = ReadPattern(place),
            PatternMessage = place.Local("patternErrorMessage"),
        };
    }

    /// <summary>Run without backtracking, so that no answer can make it slow; what that engine cannot run is refused.</summary>
    private static Regex? ReadPattern(JsonPlace place)
    {
        if (place.Text("pattern") is not { Length: > 0 } pattern) return null;
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            place.File.Add(place.At("pattern"), "forms.pattern", ("pattern", pattern), ("reason", exception.Message));
            return null;
        }
    }
}
