namespace Approvals.Database.SqlServer.Tests.Script;

/// <summary>CREATE INDEX, DROP INDEX, DROP TABLE and renaming.</summary>
internal static class IndexStatements
{
    /// <summary>Carries the statement out if it is one of these.</summary>
    public static bool Take(ScriptSchema schema, SqlCursor sql)
    {
        if (sql.Take("CREATE", "INDEX"))
        {
            Create(schema, sql, unique: false);
        }
        else if (sql.Take("CREATE", "UNIQUE", "INDEX"))
        {
            Create(schema, sql, unique: true);
        }
        else if (sql.Take("DROP", "INDEX"))
        {
            var name = sql.Name();
            sql.Expect("ON");
            _ = Table(schema, sql).Indexes.Remove(name) ? 0 : throw sql.Unexpected($"an index {name} that exists");
            sql.Expect(";");
        }
        else if (sql.Take("DROP", "TABLE"))
        {
            DropTable(schema, sql);
        }
        else if (sql.Take("EXEC", "sp_rename"))
        {
            Rename(schema, sql);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void Create(ScriptSchema schema, SqlCursor sql, bool unique)
    {
        var name = sql.Name();
        sql.Expect("ON");
        var table = Table(schema, sql);
        var columns = sql.Names();
        var missing = columns.FirstOrDefault(c => !table.Columns.ContainsKey(c.Replace(" DESC", "", StringComparison.Ordinal)));
        _ = missing is null ? 0 : throw sql.Unexpected($"a column {missing}");
        var filter = sql.Take("WHERE") ? Written(sql.Until(";")) : null;
        sql.Expect(";");
        _ = table.Indexes.TryAdd(name, new(name, unique, columns, filter)) ? 0 : throw sql.Unexpected($"an index {name} that does not exist yet");
    }

    private static void DropTable(ScriptSchema schema, SqlCursor sql)
    {
        var name = sql.Name();
        _ = schema.Tables.Remove(name) ? 0 : throw sql.Unexpected($"a table {name} that exists");
        var referring = schema.Tables.Values.SelectMany(t => t.ForeignKeys.Values).FirstOrDefault(k => k.Principal == name);
        _ = referring is null ? 0 : throw sql.Unexpected($"{referring.Name} dropped before {name}");
        sql.Expect(";");
    }

    /// <summary>Of an index; a renamed column or table would change what keys and indexes name and is not written by any migration yet.</summary>
    private static void Rename(ScriptSchema schema, SqlCursor sql)
    {
        var from = SqlToken.Read(sql.Text(), sql.Next.Line).Where(t => t.Kind == SqlTokenKind.Name).Select(t => t.Text).ToList();
        sql.Expect(",");
        var to = sql.Text();
        sql.Expect(",");
        _ = sql.Text() == "INDEX" && from.Count == 2 ? 0 : throw sql.Unexpected("the renaming of an index");
        sql.Expect(";");
        var indexes = schema.Tables[from[0]].Indexes;
        _ = indexes.Remove(from[1], out var index) ? 0 : throw sql.Unexpected($"an index {from[1]} that exists");
        indexes.Add(to, index with { Name = to });
    }

    private static ScriptTable Table(ScriptSchema schema, SqlCursor sql) =>
        sql.Name() is var name && schema.Tables.TryGetValue(name, out var table) ? table : throw sql.Unexpected($"a table {name} that exists");

    private static string Written(IEnumerable<SqlToken> tokens) =>
        string.Join(' ', tokens.Select(t => t.Kind switch { SqlTokenKind.Name => $"[{t.Text}]", SqlTokenKind.Text => $"N'{t.Text}'", _ => t.Text }));
}
