using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>Requests to correct or erase: one's own, and those an officer decides.</summary>
public sealed class DataRequestList(ApprovalsDbContext context, Vault vault, PersonRegister people, DueBadge badge, MessageCatalog texts)
{
    private const int PageSize = 20;
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The reader's own, newest first.</summary>
    public async Task<IReadOnlyList<DataRequestDto>> OwnAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await context.DataRequests.AsNoTracking().Where(r => r.ByUserId == user.Id).OrderByDescending(r => r.At).ThenBy(r => r.Id)
            .Take(PageSize).ToListAsync(cancellationToken);
        List<DataRequestDto> items = [];
        foreach (var row in rows)
        {
            items.Add(await DescribeAsync(row, user, asOfficer: false, cancellationToken));
        }

        return items;
    }

    /// <summary>Those an officer decides, newest first.</summary>
    public async Task<Result<Page<DataRequestDto>>> ForOfficerAsync(bool open, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess || !DataRequestRights.Decides(user))
        {
            return after.IsSuccess ? Refusals.Forbidden : after.Error;
        }

        IQueryable<DataRequest>? reached = null;
        foreach (var from in DataRequestRights.Grants(user).Select(g => g.RegionPath).Distinct())
        {
            var to = RegionPath.End(from);
            var range = context.DataRequests.AsNoTracking().Where(r => r.RegionPath.CompareTo(from) >= 0 && r.RegionPath.CompareTo(to) < 0);
            reached = reached is null ? range : reached.Union(range);
        }

        var rows = reached!.Where(r => r.ByUserId != user.Id && r.WithdrawnAt == null && open == (r.DecidedAt == null));
        rows = after.Value is { } key ? rows.Where(r => r.At < key.At || (r.At == key.At && r.Id.CompareTo(key.Id) < 0)) : rows;
        var found = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<DataRequestDto> items = [];
        foreach (var row in found.Take(PageSize))
        {
            items.Add(await DescribeAsync(row, user, asOfficer: true, cancellationToken));
        }

        return new Page<DataRequestDto>(items, found.Count > PageSize ? Cursor.Write(new Key(found[PageSize - 1].At, found[PageSize - 1].Id)) : null);
    }

    private async Task<DataRequestDto> DescribeAsync(DataRequest row, CurrentUser user, bool asOfficer, CancellationToken cancellationToken)
    {
        var content = await vault.OpenJsonAsync<DataRequestContent>(row.KeyId, row.Payload, DataRequest.Place(row.Id, "content"), cancellationToken);
        var reason = row.Reason is null ? null
            : (await vault.OpenJsonAsync<string>(row.KeyId, row.Reason, DataRequest.Place(row.Id, "reason"), cancellationToken)) is { IsSuccess: true } opened ? opened.Value : null;
        var known = asOfficer ? await people.ReadAsync(row.PersonId, cancellationToken) : Refusals.Forbidden;
        var state = StateOf(row);
        return new DataRequestDto(
            row.Id.ToString(), row.Kind, row.Field, row.Field is { } field ? FieldName(field, user.Language) : null,
            known.IsSuccess ? known.Value.Name : null,
            known.IsSuccess && row.Field is { } about && state == DataRequestState.Waiting ? FieldCorrection.Known(known.Value, about) : null,
            content.IsSuccess ? content.Value.Value : null,
            content.IsSuccess ? content.Value.Reason : texts.Format(content.Error, user.Language),
            asOfficer ? await context.Cases.CountAsync(c => c.ApplicantPersonId == row.PersonId, cancellationToken) : null,
            row.At, state,
            state == DataRequestState.Waiting ? badge.Of(row.DueAt, row.YellowAt, false, row.IsProvisional) : DueDto.None,
            row.DecidedAt, row.DecidedByName, reason, Etag.Of(row));
    }

    internal string FieldName(DataField field, string language) =>
        texts.Format($"personalData.field.{char.ToLowerInvariant($"{field}"[0])}{$"{field}"[1..]}", None, language);

    private static DataRequestState StateOf(DataRequest row) =>
        row.WithdrawnAt is not null ? DataRequestState.Withdrawn
        : row.Granted is { } granted ? granted ? DataRequestState.Granted : DataRequestState.Refused
        : DataRequestState.Waiting;

    private sealed record Key(DateTimeOffset At, Guid Id);
}
