using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Dictionaries;

/// <summary>Keeps the choices of dictionaries: a further one, another name, or an end by a day. Nothing is deleted: cases refer to it.</summary>
public sealed partial class KeepDictionaries(
    ApprovalsDbContext context, ServiceCatalog catalog, DictionariesInForce inForce, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How a choice is to be.</summary>
    /// <param name="NameZh">The Chinese name.</param>
    /// <param name="NameEn">The English name.</param>
    /// <param name="From">The first day on which it is offered so; null for today.</param>
    /// <param name="To">The last day; null for none.</param>
    /// <param name="Etag">The version as it was read; null where nothing is kept of it yet.</param>
    public sealed record Entry(string NameZh, string NameEn, DateOnly? From, DateOnly? To, string? Etag);

    /// <summary>The dictionaries of all services in force.</summary>
    public async Task<Result<IReadOnlyList<DictionaryDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(user))
        {
            return Refusals.Forbidden;
        }

        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var kept = await context.DictionaryEntries.AsNoTracking().Select(e => new { e.Dictionary, e.Code }).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<DictionaryDto>>.Success(
        [
            .. from service in services
               from dictionary in service.Package.Dictionaries
               group (service, dictionary.Value) by dictionary.Key into named
               orderby named.Key
               let own = kept.Where(k => k.Dictionary == named.Key).Select(k => k.Code).ToList()
               select new DictionaryDto(
                   named.Key,
                   named.Last().service.Package.DictionaryNames.GetValueOrDefault(named.Key)?.In(user.Language) ?? named.Key,
                   [.. named.Where(n => n.service.Package.Forms.Values.Any(f => f.All.Any(c => c.Rules.List == named.Key))).Select(n => n.service.Service.Name.In(user.Language))],
                   named.SelectMany(n => n.Value.Select(o => o.Value)).Concat(own).Distinct().Count(), own.Count),
        ]);
    }

    /// <summary>The choices of one, the package's first.</summary>
    public async Task<Result<IReadOnlyList<DictionaryEntryDto>>> EntriesAsync(string dictionary, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(user))
        {
            return Refusals.Forbidden;
        }

        if (await OptionsAsync(dictionary, cancellationToken) is not { } options)
        {
            return Refusals.NotFound;
        }

        var kept = await context.DictionaryEntries.AsNoTracking().Where(e => e.Dictionary == dictionary).OrderBy(e => e.Code).ToListAsync(cancellationToken);
        var byCode = kept.ToDictionary(e => e.Code, StringComparer.Ordinal);
        return Result<IReadOnlyList<DictionaryEntryDto>>.Success(
        [
            .. options.Values.Select(o => byCode.TryGetValue(o.Value, out var row) ? Describe(row, o, user) : Described(o)),
            .. kept.Where(e => !options.ContainsKey(e.Code)).Select(e => Describe(e, null, user)),
        ]);
    }

    /// <summary>Adds a choice, or gives one another name or an end.</summary>
    public async Task<Result<DictionaryEntryDto>> KeepAsync(string dictionary, string code, Entry entry, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(by))
        {
            return Refusals.Forbidden;
        }

        if (await OptionsAsync(dictionary, cancellationToken) is not { } options)
        {
            return Refusals.NotFound;
        }

        var row = await context.DictionaryEntries.SingleOrDefaultAsync(e => e.Dictionary == dictionary && e.Code == code, cancellationToken);
        if (row is null ? entry.Etag is not null : entry.Etag is null || !Etag.Matches(row, entry.Etag))
        {
            return Refusals.Stale;
        }

        if (Wrong(code, entry, row) is { } wrong)
        {
            return wrong;
        }

        row ??= context.DictionaryEntries.Add(new DictionaryEntry { Id = ids.Next(), Dictionary = dictionary, Code = code, Name = new("", ""), From = calendar.Today(clock) }).Entity;
        (row.Name, row.From, row.To) = (new LocalText(entry.NameZh.Trim(), entry.NameEn.Trim()), entry.From ?? row.From, entry.To);
        audit.Add(by.Id, "dictionaries.changed", "dictionary", dictionary, JsonSerializer.Serialize(new { code, entry.NameZh, entry.NameEn, row.From, row.To }, JsonSerializerOptions.Web));
        var outcome = await transaction.CommitAsync(cancellationToken);
        await inForce.ReadAsync(context, cancellationToken);
        return outcome == CommitOutcome.Committed ? Describe(row, options.GetValueOrDefault(code), by) : Refusals.Stale;
    }

    /// <summary>Whether a text can be stored as a choice.</summary>
    internal static bool IsCode(string text) => CodePattern().IsMatch(text);

    private Error? Wrong(string code, Entry entry, DictionaryEntry? row) =>
        !IsCode(code) ? Field("code", "dictionaries.code")
        : entry.To < (entry.From ?? row?.From ?? calendar.Today(clock)) ? Field("to", "dictionaries.endsBeforeItBegins")
        : entry.To is { } to && to != row?.To && to < calendar.Today(clock) ? Field("to", "rights.endsInThePast")
        : null;

    /// <summary>The choices that packages bring under a name, by code; null where none does.</summary>
    internal async Task<Dictionary<string, FormOption>?> OptionsAsync(string dictionary, CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var named = services.Where(s => s.Package.Dictionaries.ContainsKey(dictionary)).SelectMany(s => s.Package.Dictionaries[dictionary]).ToImmutableArray();
        return services.Any(s => s.Package.Dictionaries.ContainsKey(dictionary)) ? named.DistinctBy(o => o.Value).ToDictionary(o => o.Value, StringComparer.Ordinal) : null;
    }

    private static DictionaryEntryDto Described(FormOption option) =>
        new(option.Value, option.Label.Zh, option.Label.En, null, null, DictionaryEntryState.Offered, true, null, null);

    private DictionaryEntryDto Describe(DictionaryEntry row, FormOption? package, CurrentUser user)
    {
        var today = calendar.Today(clock);
        var state = row.To < today ? DictionaryEntryState.Ended : row.From > today ? DictionaryEntryState.Coming : DictionaryEntryState.Offered;
        return new DictionaryEntryDto(
            row.Code, row.Name.Zh, row.Name.En, row.From, row.To, state, package is not null, package is not null && package.Label != row.Name ? package.Label.In(user.Language) : null, Etag.Of(row));
    }

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
