using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>
/// The cases of a service whose answers meet conditions: each condition is a range of one index. The ways that lead to few
/// cases are gone first; where every one of them leads to too many, more must be given.
/// </summary>
public sealed class FieldSearch(ApprovalsDbContext context, ServiceCatalog catalog, Vault vault, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The fields by which cases of a service can be found, by the version in force; one that names its own readers tells others nothing.</summary>
    public async Task<IReadOnlyList<(string Field, FormComponent Component, ServiceSnapshot Service)>> FieldsAsync(string service, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.InForceAsync(service, calendar.Today(clock), cancellationToken);
        return snapshot is null ? [] :
        [
            .. from form in snapshot.Package.Forms
               orderby form.Key
               from field in form.Value.SearchableFields
               where field.Rules.Readers.IsEmpty && field.Path is not null && field.Label is not null && !field.Path.Contains('[', StringComparison.Ordinal)
               select ($"{form.Key}.{field.Path}", field, snapshot),
        ];
    }

    /// <summary>The cases; null without conditions.</summary>
    public async Task<Result<IQueryable<Guid>?>> FindAsync(string? service, IReadOnlyList<string> conditions, CancellationToken cancellationToken)
    {
        if (conditions.Count == 0)
        {
            return Result<IQueryable<Guid>?>.Success(null);
        }

        var fields = service is { Length: > 0 } code ? await FieldsAsync(code, cancellationToken) : [];
        List<IQueryable<SearchValue>> ways = [];
        foreach (var text in conditions)
        {
            if (FieldCondition.Read(text) is not { } condition || ways.Count == FieldCondition.Most
                || fields.FirstOrDefault(f => f.Field == condition.Field).Component is not { } field
                || !FieldCondition.Of(field).Contains(condition.Comparison) || condition.Term(field) is not { } term)
            {
                return Refused(text);
            }

            ways.Add(Way(service!, field, condition, term));
        }

        return await IntersectAsync(ways, cancellationToken) is { } found ? Result<IQueryable<Guid>?>.Success(found) : CaseMatches.TooMany;
    }

    /// <summary>A condition that cannot be asked.</summary>
    internal static Error Refused(string condition) => new Error("search.condition").With("condition", condition);

    private IQueryable<SearchValue> Way(string service, FormComponent component, FieldCondition condition, string term)
    {
        var field = condition.Field;
        var values = context.SearchValues.Where(v => v.ServiceCode == service && v.Field == field);
        var (from, end) = (component.Rules.Sensitive ? SearchTerms.Hidden(vault, component.Path!, term) : SearchTerms.Open(term), SearchTerms.Open(term) + '\uffff');
        return condition.Comparison switch
        {
            FieldComparison.Starts => values.Where(v => v.Value.CompareTo(from) >= 0 && v.Value.CompareTo(end) < 0),
            FieldComparison.From => values.Where(v => v.Value.CompareTo(from) >= 0),
            FieldComparison.To => values.Where(v => v.Value.CompareTo(from) <= 0),
            _ => values.Where(v => v.Value == from),
        };
    }

    /// <summary>From the way that leads to the fewest cases; of these few the other answers are looked up by their key. Null where each leads to too many.</summary>
    private static async Task<IQueryable<Guid>?> IntersectAsync(List<IQueryable<SearchValue>> ways, CancellationToken cancellationToken)
    {
        List<(int Count, IQueryable<SearchValue> Way)> counted = [];
        foreach (var way in ways)
        {
            counted.Add((await way.OrderBy(v => v.Value).Take(CaseMatches.Most + 1).CountAsync(cancellationToken), way));
        }

        var (least, first) = counted.MinBy(c => c.Count);
        return least > CaseMatches.Most
            ? null
            : counted.Where(c => c.Way != first).Aggregate(first.Select(v => v.CaseId), (found, next) => found.Where(id => next.Way.Any(v => v.CaseId == id)));
    }
}
