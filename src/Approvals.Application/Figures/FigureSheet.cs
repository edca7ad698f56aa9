using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.Figures;

/// <summary>A lead's figures as one sheet: the whole, by region, by service, by step and by day.</summary>
public sealed class FigureSheet(Dashboard dashboard, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Columns = ["submitted", "finished", "granted", "refused", "late", "running", "overdue", "limited", "lateDays", "averageDays"];

    /// <summary>The rows.</summary>
    public async Task<Result<SheetTable>> ReadAsync(FigureRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        (await dashboard.ReadAsync(request, user, cancellationToken)).Map(d => new SheetTable(Text("title", user.Language), [.. Rows(d, user.Language)]));

    private IEnumerable<ImmutableArray<string>> Rows(DashboardDto found, string language)
    {
        string Name(string code) => Text(code, language);
        yield return [Name("part"), Name("name"), .. Columns.Select(Name)];
        yield return [Name("total"), string.Create(CultureInfo.InvariantCulture, $"{found.From:yyyy-MM-dd} – {found.To:yyyy-MM-dd}"), .. Cells(found.Total)];
        foreach (var region in found.Regions)
        {
            yield return [Name("region"), region.Name, .. Cells(region.Figure)];
        }

        foreach (var service in found.Services)
        {
            yield return [Name("service"), service.Name, .. Cells(service.Figure)];
        }

        foreach (var step in found.Steps)
        {
            yield return [Name("step"), $"{step.ServiceName} · {step.Name}", "", Text(step.Done), "", "", Text(step.Late), Text(step.Open), Text(step.Overdue), Text(step.Limited), Text(step.LateDays), step.AverageDays?.ToString(CultureInfo.InvariantCulture) ?? ""];
        }

        foreach (var day in found.Days)
        {
            yield return [Name("day"), day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(day.Submitted), Text(day.Finished), "", "", "", "", "", "", "", ""];
        }
    }

    private static IEnumerable<string> Cells(FigureDto figure) =>
        new[] { figure.Submitted, figure.Finished, figure.Granted, figure.Refused, figure.Late, figure.Running, figure.Overdue, figure.Limited, figure.LateDays }.Select(Text)
            .Append(figure.AverageDays?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Text(string code, string language) => texts.Format($"figures.{code}", ImmutableDictionary<string, string>.Empty, language);
}
