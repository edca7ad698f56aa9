using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.CaseViews;

/// <summary>
/// The cases that a text finds, each way by an index of its own: number or its beginning, employer, the applicant's identifier
/// by its keyed hash, and the answers marked searchable. Of a text that many cases hold, the newest are found.
/// </summary>
public sealed class CaseMatches(ApprovalsDbContext context, ServiceCatalog catalog, Vault vault, CalendarInForce calendar, TimeProvider clock)
{
    private const int Most = 10_000;
    private const int ShortestNumber = 4;
    private const int ShortestIdentifier = 6;

    /// <summary>Cases whose number is or begins with the text.</summary>
    public IQueryable<Guid> ByNumber(string search)
    {
        var (from, to) = (search.ToUpperInvariant(), search.ToUpperInvariant() + '\uffff');
        return search.Length < ShortestNumber
            ? context.Cases.Where(c => c.Number == from).Select(c => c.Id)
            : context.Cases.Where(c => c.Number.CompareTo(from) >= 0 && c.Number.CompareTo(to) < 0).OrderByDescending(c => c.Number).Take(Most).Select(c => c.Id);
    }

    /// <summary>Cases that hold the text.</summary>
    public async ValueTask<IQueryable<Guid>> ByContentAsync(string search, CancellationToken cancellationToken)
    {
        var answers = (await TermsAsync(SearchTerms.OfText(search), cancellationToken)).Select(WithAnswer);
        return answers.Append(OfEmployer(search)).Concat(OfIdentifier(SearchTerms.OfText(search))).Aggregate((some, more) => some.Union(more));
    }

    private IQueryable<Guid> WithAnswer(string term) =>
        context.SearchValues.Where(v => v.Value == term).OrderByDescending(v => v.CaseId).Take(Most).Select(v => v.CaseId);

    private IQueryable<Guid> OfEmployer(string name) =>
        (from organisation in context.Organisations
         where organisation.Name == name
         join row in context.Cases on organisation.Id equals row.OrganisationId
         orderby row.Id descending
         select row.Id).Take(Most);

    private IEnumerable<IQueryable<Guid>> OfIdentifier(string number)
    {
        if (!MayBeIdentifier(number))
        {
            yield break;
        }

        var kinds = Enum.GetValues<IdentifierKind>().Select(k => k.Code()).ToArray();
        var hashes = kinds.Select(k => vault.LookUp(k, number)).ToArray();
        yield return (
            from identifier in context.PersonIdentifiers
            where kinds.Contains(identifier.Kind) && hashes.Contains(identifier.Hash)
            join row in context.Cases on identifier.PersonId equals row.ApplicantPersonId
            orderby row.Id descending
            select row.Id).Take(Most);
    }

    /// <summary>As rows hold it: in the open, as a number, and hidden for each sensitive field of the services in force.</summary>
    private async ValueTask<IEnumerable<string>> TermsAsync(string text, CancellationToken cancellationToken)
    {
        List<string> terms = [SearchTerms.Open(text)];
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m)
        {
            terms.Add(SearchTerms.OfNumber(number));
        }

        if (MayBeIdentifier(text))
        {
            terms.AddRange((await SensitivePathsAsync(cancellationToken)).Select(path => SearchTerms.Hidden(vault, path, text)));
        }

        return terms.Distinct();
    }

    private async ValueTask<IEnumerable<string>> SensitivePathsAsync(CancellationToken cancellationToken) =>
        (await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken))
        .SelectMany(s => s.Package.Forms.Values).SelectMany(f => f.SearchableFields)
        .Where(f => f.Rules.Sensitive).Select(f => f.Path).OfType<string>().Distinct();

    /// <summary>What is kept as a hash are numbers of documents and telephones: an ordinary word is not hashed in vain.</summary>
    private static bool MayBeIdentifier(string text) => text.Length >= ShortestIdentifier && text.Any(char.IsAsciiDigit) && text.All(char.IsAscii);
}
