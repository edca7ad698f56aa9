using System.Text.RegularExpressions;
using Approvals.Database.SqlServer.Tests.Script;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Approvals.Database.SqlServer.Tests;

/// <summary>The script an administrator runs, carried out statement by statement and compared with the model.</summary>
public sealed class ScriptTests
{
    [Fact]
    public void IdempotentScript_CarriedOut_RecordsEveryMigrationInOrder()
    {
        using var model = new OfflineModel();

        var database = ScriptReader.Read(model.IdempotentScript());

        Assert.Equal(model.Migrations.Order(StringComparer.Ordinal), database.Recorded);
    }

    [Fact]
    public void IdempotentScript_CarriedOut_LeavesTheTablesOfTheModelAndTheirColumns()
    {
        using var model = new OfflineModel();

        var database = ScriptReader.Read(model.IdempotentScript());

        Assert.Equal(
            model.Tables.Select(t => t.Name).Append("__EFMigrationsHistory").Order(StringComparer.Ordinal),
            database.Tables.Keys.Order(StringComparer.Ordinal));
        Assert.All(model.Tables, t => Assert.Equal(
            t.Columns.Select(c => (c.Name, c.StoreType, c.Collation, c.IsNullable, c["SqlServer:Identity"] is not null)).Order(),
            database.Tables[t.Name].Columns.Values.Select(c => (c.Name, c.Type, c.Collation, c.IsNullable, c.IsIdentity)).Order()));
    }

    [Fact]
    public void IdempotentScript_CarriedOut_LeavesTheKeysOfTheModel()
    {
        using var model = new OfflineModel();

        var database = ScriptReader.Read(model.IdempotentScript());

        Assert.All(model.Tables, t =>
        {
            var table = database.Tables[t.Name];
            Assert.Equal(Key(t.PrimaryKey!), Key(table.PrimaryKey!));
            Assert.Equal(
                t.UniqueConstraints.Where(k => !k.GetIsPrimaryKey()).Select(Key).Order(StringComparer.Ordinal),
                table.UniqueKeys.Values.Select(Key).Order(StringComparer.Ordinal));
            Assert.Equal(
                t.ForeignKeyConstraints.Select(ForeignKey).Order(StringComparer.Ordinal),
                table.ForeignKeys.Values.Select(ForeignKey).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void IdempotentScript_CarriedOut_LeavesTheIndexesOfTheModel()
    {
        using var model = new OfflineModel();

        var database = ScriptReader.Read(model.IdempotentScript());

        Assert.All(model.Tables, t => Assert.Equal(
            t.Indexes.Select(Index).Order(StringComparer.Ordinal),
            database.Tables[t.Name].Indexes.Values.Select(Index).Order(StringComparer.Ordinal)));
    }

    /// <summary>Quoted names and true or false are PostgreSQL's; here a filter of an index with them would be refused.</summary>
    [Fact]
    public void Filters_OfIndexes_AreWordsOfThisDatabase()
    {
        using var model = new OfflineModel();

        var filters = model.Tables.SelectMany(t => t.Indexes).Where(i => i.Filter is not null).Select(i => i.Filter!).ToList();

        Assert.All(filters, f => Assert.DoesNotMatch("(?i)\"|\\btrue\\b|\\bfalse\\b|\\bIN\\s*\\(\\s*SELECT", f));
    }

    private static string Key(IUniqueConstraint key) => $"{key.Name}({string.Join(',', key.Columns.Select(c => c.Name))})";

    private static string Key(ScriptKey key) => $"{key.Name}({string.Join(',', key.Columns)})";

    private static string ForeignKey(IForeignKeyConstraint key) =>
        $"{key.Name}({Names(key.Columns)}) → {key.PrincipalTable.Name}({Names(key.PrincipalColumns)}) {OnDelete(key.OnDeleteAction)}";

    private static string ForeignKey(ScriptForeignKey key) =>
        $"{key.Name}({string.Join(',', key.Columns)}) → {key.Principal}({string.Join(',', key.PrincipalColumns)}) {key.OnDelete}";

    private static string Index(ITableIndex index) =>
        $"{index.Name} {index.IsUnique} ({string.Join(',', index.Columns.Select((c, i) => c.Name + (IsDescending(index, i) ? " DESC" : "")))}) {index.Filter}";

    private static string Index(ScriptIndex index) => $"{index.Name} {index.IsUnique} ({string.Join(',', index.Columns)}) {index.Filter}";

    /// <summary>An empty list means that every column descends, none that no column does.</summary>
    private static bool IsDescending(ITableIndex index, int column) => index.IsDescending is { } by && (by.Count == 0 || by[column]);

    private static string Names(IEnumerable<IColumn> columns) => string.Join(',', columns.Select(c => c.Name));

    /// <summary>This server has no RESTRICT; its NO ACTION refuses the delete as well.</summary>
    private static string OnDelete(ReferentialAction action) => action == ReferentialAction.Restrict ? "NO ACTION" : Regex.Replace($"{action}", "(?<=[a-z])(?=[A-Z])", " ").ToUpperInvariant();
}
