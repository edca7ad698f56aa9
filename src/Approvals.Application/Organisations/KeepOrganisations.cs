using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>An organisation as its keepers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind, as packages name it.</param>
/// <param name="KindName">The kind in words, where there are some.</param>
/// <param name="Region">Its region's code.</param>
/// <param name="RegionName">Its region's name.</param>
/// <param name="VerifiedAt">When it was verified, or null.</param>
/// <param name="ClosedAt">When it was closed, or null; what refers to it stays.</param>
/// <param name="Etag">Its version, for a change.</param>
public sealed record KeptOrganisationDto(
    string Id, string Uscc, string Name, string Kind, string KindName, string Region, string RegionName, DateTimeOffset? VerifiedAt, DateTimeOffset? ClosedAt, string Etag);

/// <summary>
/// Keeps the register of organisations: an organisation in use is closed, never deleted. What follows from another name or from closing
/// is what follows when an officer records it.
/// </summary>
public sealed class KeepOrganisations(
    ApprovalsDbContext context, WriteTransaction transaction, ChangeOrganisation changes, AuditLog audit, IIdSource ids, SettingsInForce settings, CalendarInForce calendar,
    TimeProvider clock)
{
    private const int PageSize = 20;

    /// <param name="Uscc">The unified social credit code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Kind">The kind, as packages name it.</param>
    /// <param name="Region">The region's code.</param>
    public sealed record Entry(string Uscc, string Name, string Kind, string Region);

    /// <param name="Etag">The version as it was read.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Region">The region's code.</param>
    /// <param name="Closed">Whether it is closed.</param>
    public sealed record Change(string Etag, string Name, string Region, bool Closed);

    /// <summary>A page by code, narrowed by a part of the name or a beginning of the code.</summary>
    public async Task<Result<Page<KeptOrganisationDto>>> ListAsync(string? search, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<string>(cursor);
        if (!AdministrationRights.KeepsPlaces(user) || !after.IsSuccess)
        {
            return after.Error is { } wrong && AdministrationRights.KeepsPlaces(user) ? wrong : Refusals.Forbidden;
        }

        var text = search?.Trim() ?? "";
        var code = text.ToUpperInvariant();
        var rows = await context.Organisations.AsNoTracking()
            .Where(o => (text == "" || o.Name.Contains(text) || o.Uscc.StartsWith(code)) && (after.Value == null || o.Uscc.CompareTo(after.Value) > 0))
            .OrderBy(o => o.Uscc).Take(PageSize + 1).ToListAsync(cancellationToken);
        string[] codes = [.. rows.Select(r => r.RegionCode).Distinct()];
        var regions = await context.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        var kinds = await KindsAsync(cancellationToken);
        return Cursor.Cut(rows, PageSize, row => Describe(row, kinds, regions.GetValueOrDefault(row.RegionCode), user.Language), row => row.Uscc);
    }

    /// <summary>Enters one.</summary>
    public async Task<Result<KeptOrganisationDto>> AddAsync(Entry entry, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(by))
        {
            return Refusals.Forbidden;
        }

        var (uscc, region) = (IdentifierCheck.Check(IdentifierKind.Uscc, entry.Uscc, calendar.Today(clock)), await RegionAsync(entry.Region, cancellationToken));
        if (!uscc.IsSuccess || region is null || !OrganisationSheet.IsKind(entry.Kind))
        {
            return !uscc.IsSuccess ? Field("uscc", "organisations.uscc") : region is null ? Field("region", "rights.unknownRegion") : Field("kind", "organisations.kindForm");
        }

        var row = new Organisation
        {
            Id = ids.Next(), Uscc = uscc.Value.Value, Name = entry.Name.Trim(), Kind = entry.Kind, RegionCode = region.Code, RegionPath = region.Path, CreatedAt = clock.Now(),
        };
        context.Organisations.Add(row);
        audit.Add(by.Id, "organisations.added", "organisation", row.Id.ToString(), JsonSerializer.Serialize(new { row.Kind, row.RegionCode }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => Describe(row, await KindsAsync(cancellationToken), region.Name, by.Language),
            CommitOutcome.Duplicate => new Error("organisations.known", ErrorKind.Conflict),
            _ => Refusals.Stale,
        };
    }

    /// <summary>Renames one, moves it to another region, closes it or opens it again.</summary>
    public async Task<Result<KeptOrganisationDto>> ChangeAsync(Guid id, Change change, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(by))
        {
            return Refusals.Forbidden;
        }

        var row = await context.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (row is null || !Etag.Matches(row, change.Etag))
        {
            return row is null ? Refusals.NotFound : Refusals.Stale;
        }

        if (await RegionAsync(change.Region, cancellationToken) is not { } region)
        {
            return Field("region", "rights.unknownRegion");
        }

        var happened = Record(row, change, by);
        (row.Name, row.RegionCode, row.RegionPath) = (change.Name.Trim(), region.Code, region.Path);
        row.ClosedAt = change.Closed ? row.ClosedAt ?? clock.Now() : null;
        row.SuccessorId = change.Closed ? row.SuccessorId : null;
        audit.Add(by.Id, change.Closed ? "organisations.closed" : "organisations.changed", "organisation", id.ToString());
        return await transaction.RunAsync(stop => CarryOutAsync(happened, row, by, stop), cancellationToken) == CommitOutcome.Committed
            ? Describe(row, await KindsAsync(cancellationToken), region.Name, by.Language)
            : Refusals.Stale;
    }

    private async Task CarryOutAsync(OrganisationChangeKind[] happened, Organisation row, CurrentUser by, CancellationToken cancellationToken)
    {
        foreach (var kind in happened)
        {
            await changes.CarryOutAsync(kind, row, null, by.Id, null, cancellationToken);
        }
    }

    /// <summary>What its history tells: another name, and that it was closed.</summary>
    private OrganisationChangeKind[] Record(Organisation row, Change change, CurrentUser by)
    {
        var name = change.Name.Trim();
        OrganisationChangeKind[] happened =
        [
            .. name != row.Name ? [OrganisationChangeKind.Renamed] : Array.Empty<OrganisationChangeKind>(),
            .. change.Closed && row.ClosedAt is null ? [OrganisationChangeKind.Deregistered] : Array.Empty<OrganisationChangeKind>(),
        ];
        context.OrganisationChanges.AddRange(happened.Select(kind => new OrganisationChange
        {
            Id = ids.Next(), OrganisationId = row.Id, Kind = kind, NameBefore = row.Name, NameAfter = name, On = calendar.Today(clock), ByUserId = by.Id, At = clock.Now(),
        }));
        return happened;
    }

    private Task<Region?> RegionAsync(string code, CancellationToken cancellationToken) =>
        context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancellationToken);

    private Task<IReadOnlyDictionary<string, LocalText>> KindsAsync(CancellationToken cancellationToken) => settings.WordsAsync("organisations.kinds", cancellationToken);

    private static KeptOrganisationDto Describe(Organisation row, IReadOnlyDictionary<string, LocalText> kinds, LocalText? region, string language) => new(
        row.Id.ToString(), row.Uscc, row.Name, row.Kind, kinds.GetValueOrDefault(row.Kind)?.In(language) ?? row.Kind, row.RegionCode, region?.In(language) ?? row.RegionCode,
        row.VerifiedAt, row.ClosedAt, Etag.Of(row));

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
