using System.Globalization;

namespace Approvals.Decisions;

/// <summary>Ids for new rules and columns of a table: the next number after those that are there, so that the same edit always gives the same id.</summary>
internal sealed class RuleIds
{
    private readonly HashSet<string> _taken;
    private readonly string _prefix;
    private int _last;

    public RuleIds(TableGrid table)
        : this([.. table.Rules.Select(rule => rule.Id).OfType<string>()], [], "rule")
    {
    }

    /// <param name="alike">The ids of what is of its kind, whose manner is followed.</param>
    /// <param name="others">Further ids that are taken.</param>
    /// <param name="prefix">What an id begins with where there is none to follow.</param>
    public RuleIds(IReadOnlyCollection<string> alike, IEnumerable<string> others, string prefix)
    {
        _taken = alike.Concat(others).ToHashSet(StringComparer.Ordinal);
        var known = alike.Select(id => (Id: id, Digits: id.Length - id.TrimEnd("0123456789".ToCharArray()).Length)).Where(id => id.Digits is > 0 and < 9).ToList();
        _prefix = known.Count > 0 ? known[^1].Id[..^known[^1].Digits] : prefix + "_";
        _last = known.Where(id => id.Id[..^id.Digits] == _prefix).Select(id => int.Parse(id.Id.AsSpan(id.Id.Length - id.Digits), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
    }

    public bool IsFree(string id) => EditErrors.IsId(id) && !_taken.Contains(id);

    public string Next()
    {
        string id;
        do
        {
            id = _prefix + (++_last).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(id));
        return id;
    }
}
