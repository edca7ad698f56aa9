using System.Diagnostics.CodeAnalysis;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Bench.Scale;

/// <summary>Statements that make rows of a series of numbers.</summary>
internal sealed class RowCopies(ApprovalsDbContext context)
{
    /// <summary>Copies a row once for each number, with other values in some columns.</summary>
    public Task CopyAsync<T>(string series, Guid template, Dictionary<string, string> values)
        where T : class
    {
        var type = context.Model.FindEntityType(typeof(T))!;
        var (table, key) = (type.GetTableName()!, type.FindPrimaryKey()!.Properties.Single().GetColumnName());
        var columns = type.GetProperties().Select(p => p.GetColumnName()).ToList();
        var from = string.Join(", ", columns.Select(c => values.GetValueOrDefault(c, $"t.\"{c}\"")));
        var id = Dialect.Of(context).IsSqlite ? Dialect.Value(template) : Dialect.Value(template) + "::uuid";
        return RunAsync($"INSERT INTO \"{table}\" ({Names(columns)}) SELECT {from} FROM {series}, \"{table}\" t WHERE t.\"{key}\" = {id}");
    }

    /// <summary>Inserts a row for each number.</summary>
    public Task InsertAsync(string table, string series, Dictionary<string, string> values) =>
        RunAsync($"INSERT INTO \"{table}\" ({Names(values.Keys)}) SELECT {string.Join(", ", values.Values)} FROM {series}");

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    [SuppressMessage("Security", "EF1002:Risk of SQL injection", Justification = "Every part is made here.")]
    private Task<int> RunAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
}
