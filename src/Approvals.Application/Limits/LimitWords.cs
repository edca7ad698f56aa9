using System.Globalization;
using Approvals.Workflows;

namespace Approvals.Application.Limits;

/// <summary>Limits in words.</summary>
public static class LimitWords
{
    /// <summary>A limit of the flow.</summary>
    public static string Of(Limit limit, MessageCatalog texts, string language) => Of(limit.Unit.ToString(), limit.Length, texts, language);

    /// <summary>A number of working days.</summary>
    public static string WorkingDays(int days, MessageCatalog texts, string language) => Of(nameof(LimitUnit.WorkingDays), days, texts, language);

    private static string Of(string unit, int length, MessageCatalog texts, string language) => texts.Format(
        $"limit.{char.ToLowerInvariant(unit[0])}{unit[1..]}{(length == 1 ? ".one" : "")}",
        new Dictionary<string, string> { ["n"] = length.ToString(CultureInfo.InvariantCulture) },
        language);
}
