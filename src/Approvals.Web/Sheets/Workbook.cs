using Approvals.Application.Sheets;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Sheets;

/// <summary>A table as an xlsx file to be kept.</summary>
internal static class Workbook
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<Results<FileContentHttpResult, ErrorResult>> ToWorkbook(this Task<Result<SheetTable>> result, string file) =>
        await result is { IsSuccess: true, Value: var table }
            ? TypedResults.File(XlsxWriter.Write(table.Name, table.Rows), MediaType, $"{file}-{table.Name}.xlsx")
            : new ErrorResult((await result).Error!);
}
