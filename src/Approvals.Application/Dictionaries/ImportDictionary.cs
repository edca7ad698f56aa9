using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Dictionaries;

/// <summary>
/// Takes the choices of a dictionary from a file of comma-separated values or a workbook: all of them in one write, or none. What the file does
/// not name stays; run again it changes nothing.
/// </summary>
public sealed class ImportDictionary(
    ApprovalsDbContext context, ISheetFiles files, KeepDictionaries keep, DictionariesInForce inForce, WriteTransaction transaction, AuditLog audit, IIdSource ids,
    CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    /// <summary>How many rows a file may have.</summary>
    public const int MostRows = 10_000;

    /// <param name="Dictionary">The dictionary's name.</param>
    /// <param name="FileName">The file's name; its ending says which kind it is.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(string Dictionary, string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    /// <summary>Whether there is a dictionary of that name: asked before its file is read.</summary>
    public async Task<bool> KnowsAsync(string dictionary, CancellationToken cancellationToken) => await keep.OptionsAsync(dictionary, cancellationToken) is not null;

    /// <summary>For an administrator at the page.</summary>
    public async Task<Result<SheetImportDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(by))
        {
            return Refusals.Forbidden;
        }

        if (await keep.OptionsAsync(request.Dictionary, cancellationToken) is not { } options)
        {
            return Refusals.NotFound;
        }

        var sheet = files.Read(request.FileName, request.Content, MostRows);
        if (!sheet.IsSuccess)
        {
            return sheet.Error;
        }

        var (kept, today) = (
            await context.DictionaryEntries.Where(e => e.Dictionary == request.Dictionary).ToDictionaryAsync(e => e.Code, StringComparer.Ordinal, cancellationToken),
            calendar.Today(clock));
        var (lines, rows, problems) = DictionarySheet.Read(sheet.Value, kept, today);
        var changes = problems.IsEmpty ? Prepare(request.Dictionary, lines, kept, options, today) : [];
        var plan = new SheetPlan(rows, changes, problems);
        if (!problems.IsEmpty || request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: problems.IsEmpty && !request.DryRun, by.Language);
        }

        audit.Add(by.Id, "dictionaries.imported", "dictionary", request.Dictionary, JsonSerializer.Serialize(
            new { added = changes.Count(c => c.Added), changed = changes.Count(c => !c.Added) }, JsonSerializerOptions.Web));
        var outcome = await transaction.CommitAsync(cancellationToken);
        await inForce.ReadAsync(context, cancellationToken);
        return outcome == CommitOutcome.Committed ? texts.Describe(plan, applied: true, by.Language) : Refusals.Stale;
    }

    private ImmutableArray<SheetChangeDto> Prepare(
        string dictionary, ImmutableArray<DictionaryLine> lines, Dictionary<string, DictionaryEntry> kept, Dictionary<string, FormOption> options, DateOnly today)
    {
        var changes = ImmutableArray.CreateBuilder<SheetChangeDto>();
        foreach (var line in lines)
        {
            if (!kept.TryGetValue(line.Code, out var entry))
            {
                if (options.TryGetValue(line.Code, out var option) && option.Label == line.Name && line is { From: null, To: null })
                {
                    continue;
                }

                context.DictionaryEntries.Add(new DictionaryEntry
                {
                    Id = ids.Next(), Dictionary = dictionary, Code = line.Code, Name = line.Name, From = line.From ?? today, To = line.To,
                });
                changes.Add(new SheetChangeDto(line.Row, !options.ContainsKey(line.Code), $"{line.Code} {line.Name.Zh}"));
            }
            else if ((entry.Name, entry.From, entry.To) != (line.Name, line.From ?? entry.From, line.To))
            {
                changes.Add(new SheetChangeDto(line.Row, false, $"{line.Code} {line.Name.Zh}"));
                (entry.Name, entry.From, entry.To) = (line.Name, line.From ?? entry.From, line.To);
            }
        }

        return changes.ToImmutable();
    }
}
