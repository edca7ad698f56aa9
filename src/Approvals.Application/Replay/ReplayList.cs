using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>Reads runs, how far they are, and what each case showed; a case's number only for those who may read the case itself.</summary>
public sealed class ReplayList(ApprovalsDbContext context, ServiceCatalog catalog, MessageCatalog texts)
{
    private const int PageSize = 50;
    private const int MostListed = 10;

    private static readonly string[] Columns = ["replay.place", "replay.number", "replay.verdict", "replay.reason", "replay.changes", "replay.note", "replay.noter"];

    /// <summary>One run with its summary; a run is bounded, so its reports are counted whole.</summary>
    public async Task<Result<ReplayRunDto>> FindAsync(Guid run, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await RunAsync(run, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (row, words) = found.Value;
        var reports = (await context.ReplayedCases.AsNoTracking().Where(c => c.RunId == run).OrderBy(c => c.Place).Select(c => c.Report).ToListAsync(cancellationToken)).ConvertAll(Read);
        var version = await context.ServiceVersions.Where(v => v.Id == row.VersionId).Select(v => new { v.Number, v.Hash }).SingleAsync(cancellationToken);
        var noted = await context.ReplayedCases.CountAsync(c => c.RunId == run && c.Verdict == ReplayVerdict.Changed && c.Note != null, cancellationToken);
        var by = await context.Users.Where(u => u.Id == row.CreatedByUserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new ReplayRunDto(
            row.Id, row.ServiceCode, row.VersionId, version.Number, row.State, row.Total, reports.Count, Count(ReplayVerdict.Same), Count(ReplayVerdict.Changed),
            Count(ReplayVerdict.Undetermined), by ?? "–", row.CreatedAt, row.FinishedAt, Reasons(reports, words), Open(reports, words), noted, version.Hash == row.Hash);

        int Count(ReplayVerdict verdict) => reports.Count(r => r.Verdict == verdict);
    }

    /// <summary>The latest runs against a version, whoever began them.</summary>
    public async Task<Result<IReadOnlyList<ReplayHeadDto>>> ListAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        if (!await context.ServiceVersions.AnyAsync(v => v.Id == version, cancellationToken))
        {
            return Refusals.NotFound;
        }

        return Result<IReadOnlyList<ReplayHeadDto>>.Success(await (
            from run in context.ReplayRuns.AsNoTracking()
            where run.VersionId == version
            join starter in context.Users.AsNoTracking() on run.CreatedByUserId equals starter.Id
            orderby run.CreatedAt descending
            select new ReplayHeadDto(run.Id, run.State, run.Total, starter.DisplayName, run.CreatedAt)).Take(MostListed).ToListAsync(cancellationToken));
    }

    /// <summary>The cases of a run in its order, all or those of a verdict.</summary>
    public async Task<Result<Page<ReplayedCaseDto>>> CasesAsync(Guid run, ReplayVerdict? verdict, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var (found, after) = (await RunAsync(run, user, cancellationToken), Cursor.Read<Place>(cursor));
        if (!found.IsSuccess || !after.IsSuccess)
        {
            return after.Error ?? found.Error!;
        }

        var cases = await PlayedAsync(run, verdict, after.Value?.Last ?? 0, PageSize + 1, cancellationToken);
        return Cursor.Cut(cases, PageSize, c => Describe(c, found.Value.Words, user), c => new Place(c.Case.Place));
    }

    /// <summary>How many tasks each step had in each week, and would have had.</summary>
    public async Task<Result<ReplayWorkDto>> WorkAsync(Guid run, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await RunAsync(run, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var reports = (await context.ReplayedCases.AsNoTracking().Where(c => c.RunId == run).OrderBy(c => c.Place).Select(c => c.Report).ToListAsync(cancellationToken)).ConvertAll(Read);
        var rows = reports.SelectMany(r => r.Work).GroupBy(w => (w.Week, w.Activity)).OrderBy(g => g.Key.Week).ThenBy(g => g.Key.Activity, StringComparer.Ordinal)
            .Select(g => new ReplayWorkRowDto(g.Key.Activity, found.Value.Words.Step(g.Key.Activity), g.Key.Week, g.Sum(w => w.Before), g.Sum(w => w.After)));
        return new ReplayWorkDto([.. rows], reports.Count(r => r.Verdict == ReplayVerdict.Undetermined));
    }

    /// <summary>The whole report as a table, its head first.</summary>
    public async Task<Result<SheetTable>> TableAsync(Guid run, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await RunAsync(run, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (row, words) = found.Value;
        var head = Columns.Select(words.Text).ToImmutableArray();
        var cases = await PlayedAsync(run, null, 0, StartReplay.Most, cancellationToken);
        var rows = cases.Select(c => ImmutableArray.Create(
            c.Case.Place.ToString(CultureInfo.InvariantCulture), MayRead(user, c.Head) ? c.Head.Number : "–", words.Text($"replay.verdict{c.Case.Verdict}"),
            words.Why(Read(c.Case.Report)) ?? "", string.Join("\n", Read(c.Case.Report).Changes.Select(words.Line)), c.Case.Note ?? "", c.NotedBy ?? ""));
        return new SheetTable(row.ServiceCode, [head, .. rows]);
    }

    private async Task<Result<(ReplayRun Row, ReplayWords Words)>> RunAsync(Guid run, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ReplayRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == run, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        return await catalog.FindSoundAsync(row.VersionId, cancellationToken) is { } service
            ? (row, new ReplayWords(texts, service.Package, user.Language))
            : new Error("replay.draftBroken", ErrorKind.Conflict);
    }

    private async Task<List<Played>> PlayedAsync(Guid run, ReplayVerdict? verdict, int after, int atMost, CancellationToken cancellationToken) => await (
        from played in context.ReplayedCases.AsNoTracking()
        where played.RunId == run && played.Place > after && (verdict == null || played.Verdict == verdict)
        join head in context.Cases.AsNoTracking() on played.CaseId equals head.Id
        join noter in context.Users.AsNoTracking() on played.NotedByUserId equals (Guid?)noter.Id into noters
        from noter in noters.DefaultIfEmpty()
        orderby played.Place
        select new Played(played, head, noter == null ? null : noter.DisplayName)).Take(atMost).ToListAsync(cancellationToken);

    private static ReplayedCaseDto Describe(Played played, ReplayWords words, CurrentUser user)
    {
        var (report, isReader) = (Read(played.Case.Report), MayRead(user, played.Head));
        return new ReplayedCaseDto(
            played.Case.Place, isReader ? played.Head.Id : null, isReader ? played.Head.Number : null, report.Verdict, words.Why(report), [.. report.Changes.Select(words.Change)],
            played.Case.Note, played.NotedBy, played.Case.NotedAt);
    }

    private static bool MayRead(CurrentUser user, Case head) => CaseRights.MayRead(user, head);

    private static ReplayReport Read(string report) => JsonSerializer.Deserialize<ReplayReport>(report, JsonSerializerOptions.Web)!;

    /// <summary>The first decision that differs is why everything after it does.</summary>
    private static List<ReplayReasonDto> Reasons(List<ReplayReport> reports, ReplayWords words) =>
        [.. reports.Where(r => r.Verdict == ReplayVerdict.Changed).Select(r => r.Changes[0]).GroupBy(words.Line, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReplayReasonDto(words.Change(g.First()), g.Count()))];

    private static List<ReplayOpenDto> Open(List<ReplayReport> reports, ReplayWords words) =>
        [.. reports.Select(words.Why).OfType<string>().GroupBy(why => why, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReplayOpenDto(g.Key, g.Count()))];

    private sealed record Played(ReplayedCase Case, Case Head, string? NotedBy);

    private sealed record Place(int Last);
}
