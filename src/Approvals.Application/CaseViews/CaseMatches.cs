using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>
/// The cases that a text finds, each way by an index of its own: number or its beginning, employer, the applicant's identifier
/// by its keyed hash, and the answers marked searchable. A text that too many cases hold finds none: more of it must be given.
/// </summary>
public sealed class CaseMatches(ApprovalsDbContext context, ServiceCatalog catalog, FieldSearch fields, Vault vault, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many cases a text may find one way.</summary>
    public const int Most = 10_000;

    private const int ShortestIdentifier = 6;

    /// <summary>Too many cases hold the text.</summary>
    public static Error TooMany { get; } = new("search.narrow");

    /// <summary>What a text and conditions on answers of a service find among all cases; null where neither is given.</summary>
    public async Task<Result<CaseMatch?>> FindAsync(string? search, string? service, IReadOnlyList<string> conditions, CancellationToken cancellationToken)
    {
        var text = search?.Trim() ?? "";
        var answered = await fields.FindAsync(service, conditions, cancellationToken);
        if (!answered.IsSuccess || (text.Length == 0 && answered.Value is null))
        {
            return answered.Map<CaseMatch?>(_ => null);
        }

        var match = text.Length == 0 ? new CaseMatch(context, "", [], [], [], answered.Value) : await OfAsync(text, cancellationToken, answered.Value);
        return answered.Value is null && await match.ExceedsAsync(Most, cancellationToken) ? TooMany : match;
    }

    /// <summary>What a text may stand for, to be looked for among a few cases.</summary>
    public async Task<CaseMatch> OfAsync(string search, CancellationToken cancellationToken, IQueryable<Guid>? answered = null)
    {
        var text = SearchTerms.OfText(search);
        return new CaseMatch(
            context,
            search,
            await TermsAsync(text, cancellationToken),
            await context.Organisations.Where(o => o.Name == search).Select(o => o.Id).ToListAsync(cancellationToken),
            MayBeIdentifier(text) ? await PeopleAsync(text, cancellationToken) : [],
            answered);
    }

    private Task<List<Guid>> PeopleAsync(string number, CancellationToken cancellationToken)
    {
        var kinds = Enum.GetValues<IdentifierKind>().Select(k => k.Code()).ToArray();
        var hashes = kinds.Select(k => vault.LookUp(k, number)).ToArray();
        return context.PersonIdentifiers.Where(i => kinds.Contains(i.Kind) && hashes.Contains(i.Hash)).Select(i => i.PersonId).ToListAsync(cancellationToken);
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
