using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Tables;

/// <summary>What a table has become since another version.</summary>
/// <param name="Number">The number of the other version; null when there is none to compare with.</param>
/// <param name="Rules">The rules that are new or differ.</param>
/// <param name="Removed">The numbers, there, of the rules that are gone.</param>
public sealed record TableDifferenceDto(int? Number, IReadOnlyList<RuleDifferenceDto> Rules, IReadOnlyList<int> Removed);

/// <summary>A rule that is new or differs.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Added">Whether it is new.</param>
/// <param name="Was">The earlier text of each cell that differs, by column.</param>
public sealed record RuleDifferenceDto(string Key, bool Added, IReadOnlyDictionary<string, string> Was);

/// <summary>Compares a table with that of another version of the service: the one named, else the one in force.</summary>
public sealed class TableDifference(DraftTables drafts, ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    public async Task<Result<TableDifferenceDto>> FindAsync(Guid version, string file, string decision, Guid? with, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, file, user, cancellationToken);
        var table = opened.Bind(found => found.Document.Table(decision));
        if (!table.IsSuccess)
        {
            return table.Error;
        }

        var other = with ?? await LiveAsync(opened.Value.Draft.Version, cancellationToken);
        if (other is null)
        {
            return new TableDifferenceDto(null, [], []);
        }

        var then = await drafts.OpenAsync(other.Value, user, cancellationToken);
        if (!then.IsSuccess || then.Value.Version.ServiceCode != opened.Value.Draft.Version.ServiceCode)
        {
            return then.Error ?? new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var old = then.Value.Files.Read(DraftTables.PathOf(file)).Bind(DecisionDocument.Read).Bind(document => document.Table(decision));
        return new TableDifferenceDto(
            then.Value.Version.Number, old.IsSuccess ? Differences(table.Value, old.Value) : [.. table.Value.Rules.Select((rule, i) => New(GridColumn.RuleKey(rule, i)))],
            old.IsSuccess ? Removed(table.Value, old.Value) : []);
    }

    private async Task<Guid?> LiveAsync(ServiceVersion row, CancellationToken cancellationToken)
    {
        var today = calendar.Today(time);
        return await context.ServiceVersions.AsNoTracking()
            .Where(v => v.ServiceCode == row.ServiceCode && v.Id != row.Id && v.State == ServiceVersionState.Published && v.EffectiveFrom <= today)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static RuleDifferenceDto New(string key) => new(key, true, new Dictionary<string, string>());

    private static List<RuleDifferenceDto> Differences(TableGrid now, TableGrid old)
    {
        var known = old.Rules.Select((rule, i) => (Key: GridColumn.RuleKey(rule, i), Rule: rule)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Rule, StringComparer.Ordinal);
        var before = GridColumn.Of(old).DistinctBy(column => column.Key).ToDictionary(column => column.Key, StringComparer.Ordinal);
        var columns = GridColumn.Of(now);
        var differences = new List<RuleDifferenceDto>();
        for (var i = 0; i < now.Rules.Length; i++)
        {
            var key = GridColumn.RuleKey(now.Rules[i], i);
            if (!known.TryGetValue(key, out var rule))
            {
                differences.Add(New(key));
                continue;
            }

            var was = columns.Select(column => (column.Key, Now: Text(now.Rules[i], column), Then: before.TryGetValue(column.Key, out var same) ? Text(rule, same) : ""))
                .Where(cell => cell.Now != cell.Then).ToDictionary(cell => cell.Key, cell => cell.Then, StringComparer.Ordinal);
            if (was.Count > 0)
            {
                differences.Add(new RuleDifferenceDto(key, false, was));
            }
        }

        return differences;
    }

    private static List<int> Removed(TableGrid now, TableGrid old)
    {
        var left = now.Rules.Select(GridColumn.RuleKey).ToHashSet(StringComparer.Ordinal);
        return [.. old.Rules.Select((rule, i) => (Key: GridColumn.RuleKey(rule, i), Number: i + 1)).Where(pair => !left.Contains(pair.Key)).Select(pair => pair.Number)];
    }

    private static string Text(GridRule rule, GridColumn column) => column.Kind switch
    {
        GridColumnKind.Input => rule.Cells[column.Index],
        GridColumnKind.Output => rule.Results[column.Index],
        _ => rule.Annotations[column.Index],
    };
}
