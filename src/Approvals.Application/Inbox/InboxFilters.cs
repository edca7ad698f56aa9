using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>The choices of the inbox's filters: what the tasks that are due first belong to.</summary>
public sealed class InboxFilters(
    ApprovalsDbContext context, InboxQuery query, InboxChoices choices, ServiceCatalog catalog, Offices offices, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The choices, by the names of the services as they are in force.</summary>
    /// <param name="user">The reader.</param>
    /// <param name="tasks">How many tasks wait for the reader.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<InboxFiltersDto> ReadAsync(CurrentUser user, int tasks, CancellationToken cancellationToken)
    {
        var seen = await choices.OfAsync(user.Id, tasks, () => SeenAsync(user, cancellationToken));
        List<OptionDto> services = [], activities = [], regions = [];
        foreach (var some in seen.GroupBy(s => s.ServiceCode).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var service = await catalog.InForceAsync(some.Key, calendar.Today(clock), cancellationToken);
            services.Add(new OptionDto(some.Key, (service?.Service.Name ?? some.First().ServiceName).In(user.Language)));
            activities.AddRange(some.DistinctBy(s => s.ActivityId)
                .Select(s => new OptionDto(s.ActivityId, (service?.Package.Activity(s.ActivityId)?.DisplayName ?? s.StepName).In(user.Language))));
        }

        foreach (var code in seen.Select(s => s.RegionCode).Distinct().Order(StringComparer.Ordinal))
        {
            regions.Add(new OptionDto(code, await offices.RegionAsync(code, user.Language, cancellationToken) ?? code));
        }

        return new InboxFiltersDto(services, [.. activities.DistinctBy(a => a.Value)], regions);
    }

    private async Task<ImmutableArray<InboxChoice>> SeenAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var first = InboxQuery.First(query.Walks(user), CountDto.Ceiling).Take(CountDto.Ceiling);
        var seen = await (from waiting in first
                          join task in context.TaskItems on waiting.TaskId equals task.Id
                          select new { task.ServiceCode, task.ServiceName, task.ActivityId, task.StepName, task.RegionCode })
            .Distinct().ToListAsync(cancellationToken);
        return [.. seen.Select(s => new InboxChoice(s.ServiceCode, s.ServiceName, s.ActivityId, s.StepName, s.RegionCode))];
    }
}
