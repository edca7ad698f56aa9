using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>Keeps the pool: an expert who leaves it is closed, never deleted, as draws refer to it.</summary>
public sealed class KeepExpert(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, Vault vault, IIdSource ids, CalendarInForce calendar, TimeProvider clock, ExpertPoolList list)
{
    /// <param name="User">The account's user name.</param>
    /// <param name="Region">The region whose office keeps the entry.</param>
    /// <param name="Entry">What the pool says.</param>
    /// <param name="CoAuthors">Whom the expert does not judge.</param>
    public sealed record New(string User, string Region, ExpertEntry Entry, IReadOnlyList<CoAuthorEntry> CoAuthors);

    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Entry">What the pool says.</param>
    /// <param name="Kept">Ids of the co-authors that stay.</param>
    /// <param name="CoAuthors">Further ones.</param>
    /// <param name="Closed">Whether the expert is not drawn any more.</param>
    public sealed record Change(string Etag, ExpertEntry Entry, IReadOnlyList<Guid> Kept, IReadOnlyList<CoAuthorEntry> CoAuthors, bool Closed);

    /// <summary>Takes an account into the pool.</summary>
    public async Task<Result<ExpertDto>> AddAsync(New request, CurrentUser by, CancellationToken cancellationToken)
    {
        var (code, now) = (request.Region, clock.Now());
        var region = await context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancellationToken);
        if (!ExpertRights.Keeps(by) || (region is not null && !ExpertRights.Keeps(by, region.Path)))
        {
            return Refusals.Forbidden;
        }

        var user = await AccountAsync(context, request.User, now, cancellationToken);
        if (region is null || user is null || request.Entry.Wrong(calendar.Today(clock)) is not null)
        {
            return region is null ? ExpertEntry.Field("region", "rights.unknownRegion") : user is null ? ExpertEntry.Field("user", "experts.user") : request.Entry.Wrong(calendar.Today(clock))!;
        }

        var row = await MakeAsync(user.Value, region, request.Entry, request.CoAuthors, cancellationToken);
        audit.Add(by.Id, "experts.added", "expert", row.Id.ToString(), JsonSerializer.Serialize(new { row.RegionCode }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => await list.DescribeAsync(row, by, cancellationToken),
            CommitOutcome.Duplicate => new Error("experts.known", ErrorKind.Conflict),
            _ => Refusals.Stale,
        };
    }

    /// <summary>Changes what the pool says of an expert, takes one out or in again.</summary>
    public async Task<Result<ExpertDto>> ChangeAsync(Guid id, Change request, CurrentUser by, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        var row = await context.Experts.Include(e => e.Fields).Include(e => e.Absences).Include(e => e.CoAuthors).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (!ExpertRights.Keeps(by) || (row is not null && !ExpertRights.Keeps(by, row.RegionPath)))
        {
            return Refusals.Forbidden;
        }

        if (row is null || !Etag.Matches(row, request.Etag))
        {
            return row is null ? Refusals.NotFound : Refusals.Stale;
        }

        if (request.Entry.Wrong(today) is { } wrong)
        {
            return wrong;
        }

        // Spells that are over are not shown to be changed, and stay.
        var over = row.Absences.Where(a => a.To < today).Select(a => new DaysAwayDto(a.From, a.To));
        (request.Entry with { Away = [.. over, .. request.Entry.Away] }).Over(row, context, ids);
        context.ExpertCoAuthors.RemoveRange(row.CoAuthors.Where(c => !request.Kept.Contains(c.Id)));
        await AddCoAuthorsAsync(row, request.CoAuthors, cancellationToken);
        row.ClosedAt = request.Closed ? row.ClosedAt ?? clock.Now() : null;
        context.Entry(row).State = EntityState.Modified;
        audit.Add(by.Id, request.Closed ? "experts.closed" : "experts.changed", "expert", id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await list.DescribeAsync(row, by, cancellationToken) : Refusals.Stale;
    }

    /// <summary>An account that holds the role of an expert.</summary>
    internal static async Task<Guid?> AccountAsync(ApprovalsDbContext context, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holders = ExpertRole.Holders(context, now);
        return await context.Users.Where(u => u.UserName == name && u.DisabledAt == null && holders.Contains(u.Id)).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes an entry, to be committed by the caller.</summary>
    internal async Task<Expert> MakeAsync(Guid user, Regions.Region region, ExpertEntry entry, IReadOnlyList<CoAuthorEntry> authors, CancellationToken cancellationToken)
    {
        var row = new Expert { Id = ids.Next(), UserId = user, RegionCode = region.Code, RegionPath = region.Path, KeyId = vault.Create("expert").Id, CreatedAt = clock.Now() };
        context.Experts.Add(row);
        entry.Over(row, context, ids);
        await AddCoAuthorsAsync(row, authors, cancellationToken);
        return row;
    }

    /// <summary>Adds co-authors that are not on the list yet.</summary>
    internal async Task AddCoAuthorsAsync(Expert row, IReadOnlyList<CoAuthorEntry> authors, CancellationToken cancellationToken)
    {
        foreach (var author in authors.Where(a => !row.CoAuthors.Exists(c => context.Entry(c).State != EntityState.Deleted && CoAuthors.IsSame(c, a, vault))).ToList())
        {
            context.ExpertCoAuthors.Add(await CoAuthors.SealAsync(row, author, vault, ids, cancellationToken));
        }
    }
}
