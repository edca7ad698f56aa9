using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Rights;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;
using Approvals.Feel;

namespace Approvals.Application.Studio.Tables;

/// <summary>What the analysis of a table found, or how far it is.</summary>
/// <param name="Done">Whether it has ended.</param>
/// <param name="Percent">How far it is.</param>
/// <param name="Findings">What it found, the gravest first.</param>
/// <param name="NotAnalysed">What it could not take into account.</param>
/// <param name="Broken">Why there is no analysis: the table has mistakes that must be mended first.</param>
public sealed record TableAnalysisDto(bool Done, int Percent, IReadOnlyList<TableFindingDto> Findings, IReadOnlyList<string> NotAnalysed, IReadOnlyList<string> Broken);

/// <summary>A finding.</summary>
/// <param name="Kind">Gap, overlap, masked, unreachable, mergeable, outsideAllowed or contradiction.</param>
/// <param name="IsGrave">Whether evaluation fails where it shows.</param>
/// <param name="Text">What it is in words.</param>
/// <param name="Rules">The numbers of the rules that it is about.</param>
/// <param name="RuleKeys">Their keys.</param>
/// <param name="Column">The key of the input column that it is about, or null.</param>
/// <param name="Merged">For rules that could be one: the cell of the one; null where it cannot be written.</param>
/// <param name="Example">An input that shows it, a value for each input column.</param>
/// <param name="ExampleText">The example as acceptances name it.</param>
/// <param name="Accepted">Why it is intended; null when nobody has said so.</param>
public sealed record TableFindingDto(
    FindingKind Kind, bool IsGrave, string Text, IReadOnlyList<int> Rules, IReadOnlyList<string> RuleKeys, string? Column, string? Merged,
    IReadOnlyList<ExampleValueDto> Example, string ExampleText, string? Accepted);

/// <summary>A value of an example.</summary>
/// <param name="Label">The column's label.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Text">The value as FEEL.</param>
public sealed record ExampleValueDto(string Label, string Value, string Text);

/// <summary>Looks for gaps, overlaps and idle rules in a table of a version; a long search goes on in the background.</summary>
public sealed class AnalyseTable(DraftTables drafts, TableAnalyses analyses)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public async Task<Result<TableAnalysisDto>> HandleAsync(Guid version, string file, string decision, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, file, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var (draft, document) = opened.Value;
        var (element, table) = (document.Element(decision), document.Table(decision));
        if (!element.IsSuccess || !table.IsSuccess)
        {
            return element.Error ?? table.Error!;
        }

        var decisions = DraftDecisions.Load(draft.Files, draft.Shared);
        if (decisions.Model(DraftTables.PathOf(file)) is not { } model)
        {
            return new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", decision).With("model", document.Name);
        }

        if (model.Check().Where(problem => problem.Element == element.Value.Name).Take(20).Select(problem => problem.Message.In(user.Language)).ToList() is { Count: > 0 } broken)
        {
            return new TableAnalysisDto(true, 100, [], [], broken);
        }

        var run = analyses.Of(Content(draft, file, decision), () => (model, element.Value.Name));
        await Task.WhenAny(run.Work, Task.Delay(Patience, cancellationToken));
        return run.Work.IsCompleted
            ? Describe(await run.Work, table.Value, decisions.Words, user.Language)
            : new TableAnalysisDto(false, run.Part * 100 / TableAnalysis.Parts, [], [], []);
    }

    private static string Content(OpenedFiles draft, string file, string decision)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{decision}\n"));
        foreach (var (path, content) in draft.Files.Files.Concat(draft.Shared.Files).Where(known => known.Key.EndsWith(".dmn", StringComparison.Ordinal)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\n{content.Length}\n")));
            hash.AppendData(content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static TableAnalysisDto Describe(IEnumerable<TableReport> reports, TableGrid table, TableWords words, string language)
    {
        var found = reports.ToList();
        var keys = table.Rules.Select(GridColumn.RuleKey).ToList();
        var columns = GridColumn.Of(table);
        return new TableAnalysisDto(
            true, 100,
            [.. found.SelectMany(report => report.Findings).Select(finding => new TableFindingDto(
                finding.Kind, finding.IsGrave, finding.Message.In(language), finding.Rules, [.. finding.Rules.Where(rule => rule <= keys.Count).Select(rule => keys[rule - 1])],
                finding.Input is { } input ? columns[input].Key : null, finding.Merged,
                [.. finding.Example.Select(value => new ExampleValueDto(value.Label, Said(value, words, language), value.Value.ToString()))], finding.ExampleText, finding.AcceptedBecause))],
            [.. found.SelectMany(report => report.NotAnalysed).Select(left => left.Message.In(language))], []);
    }

    private static string Said(ExampleValue value, TableWords words, string language) =>
        value.Value.Kind == FeelKind.String && words.Value(value.Input, value.Value.AsString()) is { } word ? word.In(language) : FeelWords.Of(value.Value).In(language);
}
