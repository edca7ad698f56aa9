using System.Runtime.CompilerServices;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>What playing one case against a version showed.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Verdict">Same, changed or undetermined.</param>
/// <param name="Why">Why it cannot be told, or null.</param>
/// <param name="Changes">What comes out otherwise: rules, outcomes and steps, never answers.</param>
public sealed record ReplayedNumber(string Number, ReplayVerdict Verdict, string? Why, IReadOnlyList<ReplayChangeDto> Changes);

/// <summary>Plays past cases of a service against a version one after another, for whoever keeps the database; nothing is written.</summary>
public sealed class ReplayService(ApprovalsDbContext context, PlayPastCase play, ServiceCatalog catalog, MessageCatalog texts)
{
    /// <summary>The version of a number, a draft as well.</summary>
    public async Task<Result<Guid>> VersionAsync(string service, int number, CancellationToken cancellationToken) =>
        await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == service && v.Number == number && v.ServiceCode != ServiceVersion.SharedCode)
            .Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancellationToken) is { } version ? version : new Error("policies.unknownVersion", ErrorKind.NotFound);

    /// <summary>The latest cases first.</summary>
    /// <param name="service">The service's code.</param>
    /// <param name="version">The version.</param>
    /// <param name="atMost">How many cases.</param>
    /// <param name="open">Whether cases under way are played too, as far as they are.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="cancellationToken">Stops before the next case.</param>
    public async IAsyncEnumerable<ReplayedNumber> PlayAsync(
        string service, Guid version, int atMost, bool open, string language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var words = new ReplayWords(texts, (await catalog.FindAsync(version, cancellationToken)).Package, language);
        var cases = await context.Cases.AsNoTracking().Where(c => c.ServiceCode == service && (open || c.FinishedAt != null))
            .OrderByDescending(c => c.Id).Take(atMost).Select(c => new { c.Id, c.Number }).ToListAsync(cancellationToken);
        foreach (var one in cases)
        {
            var report = await play.PlayAsync(version, one.Id, cancellationToken);
            yield return new ReplayedNumber(one.Number, report.Verdict, words.Why(report), [.. report.Changes.Select(words.Change)]);
        }
    }
}
