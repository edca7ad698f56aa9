using System.Text.RegularExpressions;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Dictionaries;
using Approvals.Application.Policies;
using Approvals.Domain.Forms;

namespace Approvals.Application.Experts;

/// <summary>The fields experts judge in: a dictionary that packages in force bring, with what administrators keep beside it.</summary>
public sealed partial class ExpertFields(ServiceCatalog catalog, DictionariesInForce dictionaries, ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Name of the dictionary.</summary>
    public const string Dictionary = "expert-fields";

    /// <summary>Names by code, in the order the dictionary has them.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, LocalText>>> AllAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        List<FormOption> fields = [];
        foreach (var service in await catalog.AllInForceAsync(today, cancellationToken))
        {
            fields.AddRange((await dictionaries.OfAsync(service, today, context, cancellationToken)).GetValueOrDefault(Dictionary, []));
        }

        return [.. fields.DistinctBy(o => o.Value).Select(o => KeyValuePair.Create(o.Value, o.Label))];
    }

    /// <summary>Whether a text can be a field's code.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,49}$")]
    private static partial Regex Code();
}
