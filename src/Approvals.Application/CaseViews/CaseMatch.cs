using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>
/// What a text may stand for, looked up beforehand: a number or its beginning, values of searchable answers, employers of that name,
/// people with that identifier. Each is a range of an index, and ways that lead nowhere are not asked.
/// </summary>
public sealed class CaseMatch
{
    private const int ShortestNumber = 4;

    private readonly ApprovalsDbContext _context;
    private readonly string _number;
    private readonly List<string> _terms;
    private readonly List<Guid> _employers;
    private readonly List<Guid> _people;
    private readonly IQueryable<Guid>? _answered;

    internal CaseMatch(ApprovalsDbContext context, string search, IEnumerable<string> terms, List<Guid> employers, List<Guid> people, IQueryable<Guid>? answered = null)
    {
        (_context, _terms, _employers, _people, _answered) = (context, [.. terms], employers, people, answered);
        _number = search.ToUpperInvariant();
    }

    /// <summary>Cases whose number is or begins with the text. Where answers are asked for, too, a number alone tells of none.</summary>
    public IQueryable<Guid> ByNumber => _answered is null ? Numbers : Numbers.Where(_ => false);

    /// <summary>Cases that hold the text, and whose answers are as asked for.</summary>
    public IQueryable<Guid> ByContent => _answered is null ? Content : _number.Length == 0 ? _answered : _answered.Intersect(Numbers.Union(Content));

    private IQueryable<Guid> Numbers => Numbered(_context.Cases).Select(c => c.Id);

    private IQueryable<Guid> Content => Ways().Aggregate((some, more) => some.Union(more));

    /// <summary>Of a few cases those that the text finds.</summary>
    public IQueryable<Case> Among(IQueryable<Case> few) => few.Where(c =>
        c.Number.StartsWith(_number)
        || _context.SearchValues.Any(v => v.CaseId == c.Id && _terms.Contains(v.Value))
        || (c.OrganisationId != null && _employers.Contains(c.OrganisationId.Value))
        || _people.Contains(c.ApplicantPersonId));

    /// <summary>Whether some way leads to more than so many cases.</summary>
    public async Task<bool> ExceedsAsync(int most, CancellationToken cancellationToken) =>
        await Numbered(_context.Cases).OrderBy(c => c.Number).Skip(most).AnyAsync(cancellationToken)
        || await _context.SearchValues.Where(v => _terms.Contains(v.Value)).OrderBy(v => v.Value).Skip(most).AnyAsync(cancellationToken)
        || (_employers.Count > 0 && await OfEmployers.OrderBy(id => id).Skip(most).AnyAsync(cancellationToken));

    private IQueryable<Guid> OfEmployers => _context.Cases.Where(c => c.OrganisationId != null && _employers.Contains(c.OrganisationId.Value)).Select(c => c.Id);

    /// <summary>Of a text too short for the beginning of a number only that very number is meant.</summary>
    private IQueryable<Case> Numbered(IQueryable<Case> cases)
    {
        var (from, to) = (_number, _number + '\uffff');
        return from.Length < ShortestNumber ? cases.Where(c => c.Number == from) : cases.Where(c => c.Number.CompareTo(from) >= 0 && c.Number.CompareTo(to) < 0);
    }

    private IEnumerable<IQueryable<Guid>> Ways()
    {
        yield return _context.SearchValues.Where(v => _terms.Contains(v.Value)).Select(v => v.CaseId);
        if (_employers.Count > 0)
        {
            yield return OfEmployers;
        }

        if (_people.Count > 0)
        {
            yield return _context.Cases.Where(c => _people.Contains(c.ApplicantPersonId)).Select(c => c.Id);
        }
    }
}
