using System.Text.RegularExpressions;
using Approvals.Application.Calendars;
using Approvals.Application.Policies;

namespace Approvals.Application.Experts;

/// <summary>The fields experts judge in: a dictionary that packages in force bring.</summary>
public sealed partial class ExpertFields(ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Name of the dictionary.</summary>
    public const string Dictionary = "expert-fields";

    /// <summary>Names by code, in the order the dictionary has them.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, LocalText>>> AllAsync(CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        return [.. services.SelectMany(s => s.Package.Dictionaries.TryGetValue(Dictionary, out var options) ? options.AsEnumerable() : [])
            .DistinctBy(o => o.Value).Select(o => KeyValuePair.Create(o.Value, o.Label))];
    }

    /// <summary>Whether a text can be a field's code.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,49}$")]
    private static partial Regex Code();
}
