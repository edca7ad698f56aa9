using System.Text.RegularExpressions;

namespace Approvals.Database.SqlServer.Tests;

public sealed class ScriptTests
{
    [Fact]
    public void IdempotentScript_OfAllMigrations_MakesEveryTableAndIndexOfTheModel()
    {
        using var model = new OfflineModel();
        var script = model.IdempotentScript();

        var tables = model.Tables.Where(t => !script.Contains($"CREATE TABLE [{t.Name}] (", StringComparison.Ordinal)).Select(t => t.Name);
        var indexes = model.Tables.SelectMany(t => t.Indexes).Where(i => !script.Contains($" INDEX [{i.Name}] ON [{i.Table.Name}]", StringComparison.Ordinal));

        Assert.Empty(tables);
        Assert.Empty(indexes.Select(i => i.Name));
    }

    [Fact]
    public void IdempotentScript_EachStatement_StandsUnderItsMigration()
    {
        using var model = new OfflineModel();

        var batches = Regex.Split(model.IdempotentScript(), @"^GO\s*$", RegexOptions.Multiline);

        var changes = batches.Where(b => b.Contains("CREATE ", StringComparison.Ordinal) && !b.Contains("CREATE TABLE [__EFMigrationsHistory]", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(changes);
        Assert.All(changes, b => Assert.Contains(model.Migrations, m => b.Contains($"WHERE [MigrationId] = N'{m}'", StringComparison.Ordinal)));
    }

    /// <summary>Quoted names and true or false are PostgreSQL's; here a filter of an index with them would be refused.</summary>
    [Fact]
    public void Filters_OfIndexes_AreWordsOfThisDatabase()
    {
        using var model = new OfflineModel();

        var filters = model.Tables.SelectMany(t => t.Indexes).Where(i => i.Filter is not null).Select(i => i.Filter!).ToList();

        Assert.All(filters, f => Assert.DoesNotMatch("(?i)\"|\\btrue\\b|\\bfalse\\b|\\bIN\\s*\\(\\s*SELECT", f));
    }
}
