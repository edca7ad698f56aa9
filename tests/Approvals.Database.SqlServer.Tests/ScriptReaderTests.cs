using Approvals.Database.SqlServer.Tests.Script;

namespace Approvals.Database.SqlServer.Tests;

/// <summary>The reader of the script finds what a server would refuse; otherwise the comparison with the model would say little.</summary>
public sealed class ScriptReaderTests
{
    private const string History =
        "IF OBJECT_ID(N'[H]') IS NULL\nBEGIN\n CREATE TABLE [H] ([MigrationId] nvarchar(150) NOT NULL, CONSTRAINT [PK_H] PRIMARY KEY ([MigrationId]));\nEND;\nGO\n";

    private const string People =
        "CREATE TABLE [People] ([Id] int NOT NULL IDENTITY, [Name] nvarchar(20) NULL DEFAULT N'x', CONSTRAINT [PK_People] PRIMARY KEY ([Id]));";

    [Fact]
    public void Read_ColumnUsedInTheBatchThatAddsIt_IsRefusedWithItsLine()
    {
        var script = Under(People) + "GO\n" + Under("ALTER TABLE [People] ADD [Age] int NULL;") + Under("UPDATE [People] SET [Age] = 1;");

        var error = Assert.Throws<FormatException>(() => ScriptReader.Read(History + script));

        Assert.Equal("Line 28: Age is added in the same batch, so the statement must stand in EXEC.", error.Message);
    }

    [Fact]
    public void Read_TheSameStatementInExec_IsTaken()
    {
        var script = Under(People) + "GO\n" + Under("ALTER TABLE [People] ADD [Age] int NULL;") + Under("EXEC(N'UPDATE [People] SET [Age] = 1');");

        Assert.Contains("Age", ScriptReader.Read(History + script).Tables["People"].Columns.Keys);
    }

    [Theory]
    [InlineData("UPDATE \"People\" SET [Name] = N'y';", "double quotes")]
    [InlineData("UPDATE [People] SET [Nam] = N'y';", "Nam does not exist")]
    [InlineData("CREATE INDEX [I] ON [People] ([Nam]);", "a column Nam")]
    [InlineData("CREATE TABLE [People] ([Id] int NOT NULL);", "does not exist yet")]
    [InlineData("ALTER TABLE [People] ALTER COLUMN [Id] bigint NOT NULL;", "PK_People dropped before")]
    [InlineData("ALTER TABLE [People] ALTER COLUMN [Name] nvarchar(9) NULL;", "the default of Name dropped")]
    [InlineData("ALTER TABLE [People] DROP CONSTRAINT [FK];", "a constraint FK that exists")]
    [InlineData("DROP INDEX [I] ON [People];", "an index I that exists")]
    [InlineData("CREATE TABLE [Q] ([P] int NOT NULL, CONSTRAINT [FK] FOREIGN KEY ([P]) REFERENCES [R] ([Id]));", "a table R that exists")]
    [InlineData("TRUNCATE TABLE [People];", "a statement that this test knows")]
    public void Read_WhatAServerRefuses_IsRefused(string statement, string reason)
    {
        var error = Assert.Throws<FormatException>(() => ScriptReader.Read(History + Under(People) + "GO\n" + Under(statement)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BatchWithoutCommit_IsRefused() =>
        Assert.Throws<FormatException>(() => ScriptReader.Read("BEGIN TRANSACTION;\n"));

    private static string Under(string statement) =>
        $"IF NOT EXISTS (\n SELECT * FROM [H]\n WHERE [MigrationId] = N'1_A'\n)\nBEGIN\n {statement}\nEND;\n\n";
}
