using System.Text.RegularExpressions;

namespace Approvals.Database.SqlServer.Tests.Script;

/// <summary>
/// Carries an idempotent script out on an empty database in memory: knows the statements that Entity Framework writes for SQL Server and
/// refuses every other, and whatever the server would refuse.
/// </summary>
internal sealed partial class ScriptReader
{
    private readonly ScriptSchema _schema = new();
    private readonly HashSet<string> _addedInBatch = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A statement that is not known, or that the server would refuse, with its line.</exception>
    public static ScriptSchema Read(string script)
    {
        var reader = new ScriptReader();
        var line = 1;
        foreach (var batch in Batches().Split(script))
        {
            reader._addedInBatch.Clear();
            reader.Batch(new SqlCursor(SqlToken.Read(batch, line)));
            line += batch.Count(c => c == '\n');
        }

        return reader._schema;
    }

    private void Batch(SqlCursor sql)
    {
        var open = false;
        while (!sql.IsAtEnd)
        {
            if (sql.Take("BEGIN", "TRANSACTION", ";"))
            {
                open = !open ? true : throw sql.Unexpected("an end of the first transaction");
            }
            else if (sql.Take("COMMIT", ";"))
            {
                open = open ? false : throw sql.Unexpected("a transaction");
            }
            else
            {
                Guarded(sql);
            }
        }

        _ = open ? throw sql.Unexpected("COMMIT") : 0;
    }

    /// <summary>A block under the question whether its migration is done, or whether the table of migrations exists.</summary>
    private void Guarded(SqlCursor sql)
    {
        string? migration = null;
        if (sql.Take("IF", "NOT", "EXISTS", "(", "SELECT", "*", "FROM"))
        {
            Known(sql.Name(), sql);
            sql.Expect("WHERE");
            Expect(sql, sql.Name(), "MigrationId");
            sql.Expect("=");
            migration = sql.Text();
            sql.Expect(")");
        }
        else
        {
            sql.Expect("IF", "OBJECT_ID", "(");
            sql.Text();
            sql.Expect(")", "IS", "NULL");
        }

        sql.Expect("BEGIN");
        while (!sql.Take("END", ";"))
        {
            Statement(sql, migration);
        }
    }

    private void Statement(SqlCursor sql, string? migration)
    {
        if (sql.Take("CREATE", "TABLE"))
        {
            TableStatements.Create(_schema, sql);
        }
        else if (sql.Take("ALTER", "TABLE"))
        {
            TableStatements.Alter(_schema, sql, _addedInBatch);
        }
        else if (IndexStatements.Take(_schema, sql))
        {
            return;
        }
        else if (sql.Take("DECLARE"))
        {
            DefaultOfColumn(sql);
        }
        else if (sql.Take("INSERT", "INTO"))
        {
            Record(sql, migration);
        }
        else if (sql.Take("EXEC", "("))
        {
            Inner(sql.Text(), sql, migration);
            sql.Expect(")", ";");
        }
        else if (sql.Is("UPDATE") || sql.Is("DELETE"))
        {
            RowStatements.Check(_schema, sql, _addedInBatch);
        }
        else
        {
            throw sql.Unexpected("a statement that this test knows");
        }
    }

    /// <summary>What EXEC is given is compiled when it is reached: columns of the same batch are known to it.</summary>
    private void Inner(string text, SqlCursor outer, string? migration)
    {
        var added = _addedInBatch.ToList();
        _addedInBatch.Clear();
        var inner = new SqlCursor(SqlToken.Read(text.EndsWith(';') ? text : text + ";", outer.Next.Line));
        while (!inner.IsAtEnd)
        {
            Statement(inner, migration);
        }

        _addedInBatch.UnionWith(added);
    }

    /// <summary>Drops the unnamed default of a column before the column is altered.</summary>
    private void DefaultOfColumn(SqlCursor sql)
    {
        var variable = sql.Any().Text;
        sql.Expect("nvarchar", "(", "max", ")", ";", "SELECT", variable, "=", "QUOTENAME", "(");
        var search = sql.Until(";");
        var names = search.Where(t => t.Kind == SqlTokenKind.Text).Select(t => t.Text).ToList();
        sql.Expect(";", "IF", variable, "IS", "NOT", "NULL", "EXEC", "(");
        Assert.Equal(2, names.Count);
        Assert.Equal($"ALTER TABLE {names[0]} DROP CONSTRAINT ", sql.Text());
        sql.Expect("+", variable, "+");
        Assert.Equal(";", sql.Text());
        sql.Expect(")", ";");
        var table = Known(names[0].Trim('[', ']'), sql);
        table.Columns[names[1]] = table.Columns[names[1]] with { Default = null };
    }

    private void Record(SqlCursor sql, string? migration)
    {
        Known(sql.Name(), sql);
        Assert.Equal(["MigrationId", "ProductVersion"], sql.Names());
        sql.Expect("VALUES", "(");
        Expect(sql, sql.Text(), migration ?? "");
        sql.Expect(",");
        sql.Text();
        sql.Expect(")", ";");
        _schema.Recorded.Add(migration!);
    }

    private ScriptTable Known(string table, SqlCursor sql) =>
        _schema.Tables.TryGetValue(table, out var known) ? known : throw sql.Unexpected($"a table {table} that exists");

    private static void Expect(SqlCursor sql, string read, string wanted) =>
        _ = read == wanted ? 0 : throw sql.Unexpected($"'{wanted}' instead of '{read}'");

    [GeneratedRegex(@"^GO[ \t\r]*$", RegexOptions.Multiline)]
    private static partial Regex Batches();
}
