using System.Linq.Expressions;
using Approvals.Application.Cases;

namespace Approvals.Application.CaseViews;

/// <summary>By what cases are ordered.</summary>
public enum CaseSort
{
    /// <summary>When they were filed.</summary>
    Filed,

    /// <summary>Their number.</summary>
    Number,

    /// <summary>Their last day; of running cases alone.</summary>
    Due,

    /// <summary>Their service, and within one when they were filed.</summary>
    Service,

    /// <summary>Their state, and within one when they were filed.</summary>
    State,
}

/// <summary>
/// An order of cases, each along an index of its own: a page costs what it shows, however many cases there are. Of the few cases of a small
/// region, or of those that a search finds, the index of the order would be the longer way; there the rows are put in order themselves.
/// </summary>
/// <param name="By">By what.</param>
/// <param name="Up">The least or oldest first; otherwise the greatest or newest.</param>
public sealed record CaseOrder(CaseSort By, bool Up)
{
    /// <summary>Where a page ended.</summary>
    internal sealed record Key(Guid Id, CaseSort By, bool Up, string? Text, DateTimeOffset? At);

    /// <summary>What of a case the orders and the rights rest on.</summary>
    internal sealed record Head(Guid Id, string RegionPath, string ServiceCode, string Number, string State, DateTimeOffset? DueAt, DateTimeOffset? FinishedAt);

    internal static Expression<Func<Case, Head>> ToHead { get; } = c => new Head(c.Id, c.RegionPath, c.ServiceCode, c.Number, c.State, c.DueAt, c.FinishedAt);

    /// <summary>The place of a case in the order.</summary>
    internal Key KeyOf(Case row) => new(row.Id, By, Up, TextOf(row.Number, row.ServiceCode, row.State), By == CaseSort.Due ? row.DueAt : null);

    /// <summary>Whether a key is a place in this order.</summary>
    internal bool Fits(Key key) => key.By == By && key.Up == Up && (key.Text is null) == (TextOf("", "", "") is null) && (key.At is null) == (By != CaseSort.Due);

    /// <summary>Cases in order, along its index.</summary>
    internal IQueryable<Case> Of(IQueryable<Case> cases, Key? after) => Ordered(After(cases, after), c => c.Number, c => c.ServiceCode, c => c.State);

    /// <summary>A few cases in order: what they are ordered by is no column here, so that no planner goes through all cases along its index.</summary>
    internal IQueryable<Case> OfFew(IQueryable<Case> cases, Key? after) => Ordered(After(cases, after), c => c.Number + "", c => c.ServiceCode + "", c => c.State + "");

    /// <summary>Cases that were found, in order.</summary>
    internal IEnumerable<Head> OfFound(IEnumerable<Head> found, Key? after)
    {
        var (kept, compare) = (By == CaseSort.Due ? found.Where(h => h is { FinishedAt: null, DueAt: not null }) : found, Comparer<Head>.Create(Compare));
        var end = after is null ? null : new Head(after.Id, "", after.Text ?? "", after.Text ?? "", after.Text ?? "", after.At, null);
        return (end is null ? kept : kept.Where(h => Compare(h, end) > 0)).Order(compare);
    }

    private int Compare(Head one, Head other)
    {
        var by = By switch
        {
            CaseSort.Due => Nullable.Compare(one.DueAt, other.DueAt),
            CaseSort.Filed => 0,
            _ => string.CompareOrdinal(TextOf(one.Number, one.ServiceCode, one.State), TextOf(other.Number, other.ServiceCode, other.State)),
        };
        return (by != 0 ? by : one.Id.CompareTo(other.Id)) * (Up ? 1 : -1);
    }

    private string? TextOf(string number, string service, string state) => By switch
    {
        CaseSort.Number => number,
        CaseSort.Service => service,
        CaseSort.State => state,
        _ => null,
    };

    private IQueryable<Case> After(IQueryable<Case> cases, Key? after)
    {
        cases = By == CaseSort.Due ? cases.Where(c => c.FinishedAt == null && c.DueAt != null) : cases;
        if (after is not { Id: var id, Text: var text, At: var at })
        {
            return cases;
        }

        return (By, Up) switch
        {
            (CaseSort.Number, true) => cases.Where(c => c.Number.CompareTo(text) > 0),
            (CaseSort.Number, false) => cases.Where(c => c.Number.CompareTo(text) < 0),
            (CaseSort.Due, true) => cases.Where(c => c.DueAt > at || (c.DueAt == at && c.Id.CompareTo(id) > 0)),
            (CaseSort.Due, false) => cases.Where(c => c.DueAt < at || (c.DueAt == at && c.Id.CompareTo(id) < 0)),
            (CaseSort.Service, true) => cases.Where(c => c.ServiceCode.CompareTo(text) > 0 || (c.ServiceCode == text && c.Id.CompareTo(id) > 0)),
            (CaseSort.Service, false) => cases.Where(c => c.ServiceCode.CompareTo(text) < 0 || (c.ServiceCode == text && c.Id.CompareTo(id) < 0)),
            (CaseSort.State, true) => cases.Where(c => c.State.CompareTo(text) > 0 || (c.State == text && c.Id.CompareTo(id) > 0)),
            (CaseSort.State, false) => cases.Where(c => c.State.CompareTo(text) < 0 || (c.State == text && c.Id.CompareTo(id) < 0)),
            (_, true) => cases.Where(c => c.Id.CompareTo(id) > 0),
            _ => cases.Where(c => c.Id.CompareTo(id) < 0),
        };
    }

    private IQueryable<Case> Ordered(
        IQueryable<Case> cases, Expression<Func<Case, string>> number, Expression<Func<Case, string>> service, Expression<Func<Case, string>> state) => By switch
        {
            CaseSort.Number => First(cases, number),
            CaseSort.Due => Then(First(cases, c => c.DueAt)),
            CaseSort.Service => Then(First(cases, service)),
            CaseSort.State => Then(First(cases, state)),
            _ => First(cases, c => c.Id),
        };

    private IOrderedQueryable<Case> First<T>(IQueryable<Case> cases, Expression<Func<Case, T>> by) => Up ? cases.OrderBy(by) : cases.OrderByDescending(by);

    private IOrderedQueryable<Case> Then(IOrderedQueryable<Case> cases) => Up ? cases.ThenBy(c => c.Id) : cases.ThenByDescending(c => c.Id);
}
