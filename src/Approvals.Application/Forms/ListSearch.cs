using Approvals.Application.Calendars;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;

namespace Approvals.Application.Forms;

/// <summary>Choices of a named list that begin with or hold a text.</summary>
public sealed class ListSearch(NamedLists lists, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The choices, at most fifty; a list of a package needs its service, and one that nobody has is not found.</summary>
    public async Task<Result<IReadOnlyList<OptionDto>>> HandleAsync(
        string name, string? search, string? service, CurrentUser user, CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        if (services.FirstOrDefault(s => (service is null || s.Code == service) && NamedLists.Knows(name, s)) is not { } snapshot)
        {
            return Refusals.NotFound;
        }

        var options = await lists.OfAsync(name, snapshot, user.PersonId ?? Guid.Empty, cancellationToken);
        var text = search?.Trim() ?? "";
        return Result<IReadOnlyList<OptionDto>>.Success(
        [
            .. options.Where(o => !o.HasEnded).Where(o => text.Length == 0 || o.Value.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                    || o.Label.In(user.Language).Contains(text, StringComparison.OrdinalIgnoreCase))
                .Take(Most).Select(o => new OptionDto(o.Value, o.Label.In(user.Language))),
        ]);
    }
}
