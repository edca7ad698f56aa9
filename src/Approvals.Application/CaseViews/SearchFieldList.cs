using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Dictionaries;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;

namespace Approvals.Application.CaseViews;

/// <summary>What kind of value a searchable answer holds.</summary>
public enum SearchFieldKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of a few.</summary>
    Choice,
}

/// <summary>An answer by which cases of a service can be found.</summary>
/// <param name="Field">Its name in a condition.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Comparisons">How it may be compared.</param>
/// <param name="Options">The choices, or null.</param>
public sealed record SearchFieldDto(string Field, string Label, SearchFieldKind Kind, IReadOnlyList<FieldComparison> Comparisons, IReadOnlyList<OptionDto>? Options);

/// <summary>Lists them for whoever works on cases.</summary>
public sealed class SearchFieldList(FieldSearch search, DictionariesInForce dictionaries, ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private const int MostOptions = 200;

    /// <summary>The fields of a service, by form.</summary>
    public async Task<Result<IReadOnlyList<SearchFieldDto>>> ListAsync(string? service, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Roles.Any(g => g.Role is Roles.EmployerAgent or Roles.Expert || Roles.CaseReaders.Contains(g.Role)))
        {
            return Refusals.Forbidden;
        }

        var fields = service is { Length: > 0 } ? await search.FieldsAsync(service, cancellationToken) : [];
        var lists = fields.Count == 0 ? [] : await dictionaries.OfAsync(fields[0].Service, calendar.Today(clock), context, cancellationToken);
        return Result<IReadOnlyList<SearchFieldDto>>.Success(
            [.. fields.Select(f => Describe(f.Field, f.Component, lists.GetValueOrDefault(f.Component.Rules.List ?? "", []), user.Language))]);
    }

    private static SearchFieldDto Describe(string name, FormComponent field, System.Collections.Immutable.ImmutableArray<FormOption> list, string language)
    {
        var options = field.Options.IsEmpty ? list : field.Options;
        var chosen = options.Length is > 0 and <= MostOptions;
        var comparisons = FieldCondition.Of(field);
        return new SearchFieldDto(
            name,
            field.Label!.In(language),
            field.Rules.Searchable switch
            {
                Searchable.Number => SearchFieldKind.Number,
                Searchable.Date => SearchFieldKind.Date,
                _ => chosen ? SearchFieldKind.Choice : SearchFieldKind.Text,
            },
            chosen ? [FieldComparison.Is] : comparisons,
            chosen ? [.. options.Select(o => new OptionDto(o.Value, o.Label.In(language)))] : null);
    }
}
