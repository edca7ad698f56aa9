namespace Approvals.Database.SqlServer.Tests.Script;

/// <summary>CREATE TABLE and ALTER TABLE.</summary>
internal static class TableStatements
{
    public static void Create(ScriptSchema schema, SqlCursor sql)
    {
        var table = new ScriptTable();
        var name = sql.Name();
        sql.Expect("(");
        do
        {
            Part(schema, table, name, sql);
        }
        while (sql.Take(","));
        sql.Expect(")", ";");
        _ = schema.Tables.TryAdd(name, table) ? 0 : throw sql.Unexpected($"a table {name} that does not exist yet");
    }

    public static void Alter(ScriptSchema schema, SqlCursor sql, ISet<string> added)
    {
        var name = sql.Name();
        var table = schema.Tables.TryGetValue(name, out var known) ? known : throw sql.Unexpected($"a table {name} that exists");
        if (sql.Take("ALTER", "COLUMN"))
        {
            var column = Column(sql);
            Free(table, column.Name, sql);
            table.Columns[column.Name] = column with { IsIdentity = table.Columns[column.Name].IsIdentity };
        }
        else if (sql.Take("DROP", "COLUMN"))
        {
            var column = sql.Name();
            Free(table, column, sql);
            table.Columns.Remove(column);
        }
        else if (sql.Take("DROP", "CONSTRAINT"))
        {
            Drop(table, sql.Name(), sql);
        }
        else
        {
            sql.Expect("ADD");
            var before = table.Columns.Keys.ToList();
            Part(schema, table, name, sql);
            added.UnionWith(table.Columns.Keys.Except(before));
        }

        sql.Expect(";");
    }

    /// <summary>A column or a constraint.</summary>
    private static void Part(ScriptSchema schema, ScriptTable table, string name, SqlCursor sql)
    {
        if (!sql.Take("CONSTRAINT"))
        {
            var column = Column(sql);
            _ = table.Columns.TryAdd(column.Name, column) ? 0 : throw sql.Unexpected($"a column {column.Name} that does not exist yet");
            return;
        }

        var constraint = sql.Name();
        if (sql.Take("PRIMARY", "KEY"))
        {
            _ = table.PrimaryKey is null ? 0 : throw sql.Unexpected("a table without a key");
            table.PrimaryKey = new(constraint, Have(table, sql.Names(), sql));
        }
        else if (sql.Take("UNIQUE"))
        {
            table.UniqueKeys.Add(constraint, new(constraint, Have(table, sql.Names(), sql)));
        }
        else
        {
            sql.Expect("FOREIGN", "KEY");
            table.ForeignKeys.Add(constraint, ForeignKey(schema, table, name, constraint, sql));
        }
    }

    private static ScriptForeignKey ForeignKey(ScriptSchema schema, ScriptTable table, string name, string constraint, SqlCursor sql)
    {
        var columns = Have(table, sql.Names(), sql);
        sql.Expect("REFERENCES");
        var principal = sql.Name();
        var referred = principal == name ? table
            : schema.Tables.GetValueOrDefault(principal) ?? throw sql.Unexpected($"a table {principal} that exists");
        var referredColumns = Have(referred, sql.Names(), sql);
        var keys = referred.UniqueKeys.Values.Append(referred.PrimaryKey).OfType<ScriptKey>();
        _ = keys.Any(k => k.Columns.SequenceEqual(referredColumns)) ? 0 : throw sql.Unexpected($"a key of {principal} that is referred to");
        var onDelete = "NO ACTION";
        if (sql.Take("ON", "DELETE"))
        {
            onDelete = string.Join(' ', sql.Until(",", ")", ";").Select(t => t.Text));
        }

        return new(constraint, columns, principal, referredColumns, onDelete);
    }

    private static ScriptColumn Column(SqlCursor sql)
    {
        var name = sql.Name();
        var type = sql.Any().Text + (sql.Is("(") ? Size(sql) : "");
        var collation = sql.Take("COLLATE") ? sql.Any().Text : null;
        var nullable = !sql.Take("NOT");
        sql.Expect("NULL");
        var identity = sql.Take("IDENTITY");
        var given = sql.Take("DEFAULT") ? string.Concat(sql.Until(",", ")", ";").Select(t => t.Text)) : null;
        return new(name, type, collation, nullable, identity, given);
    }

    private static string Size(SqlCursor sql)
    {
        sql.Expect("(");
        var size = string.Concat(sql.Until(")").Select(t => t.Text));
        sql.Expect(")");
        return $"({size})";
    }

    private static IReadOnlyList<string> Have(ScriptTable table, IReadOnlyList<string> columns, SqlCursor sql) =>
        columns.FirstOrDefault(c => !table.Columns.ContainsKey(c)) is { } missing ? throw sql.Unexpected($"a column {missing}") : columns;

    private static void Free(ScriptTable table, string column, SqlCursor sql)
    {
        Have(table, [column], sql);
        _ = table.Upon(column).FirstOrDefault() is { } upon ? throw sql.Unexpected($"{upon} dropped before {column} is altered") : 0;
        _ = table.Columns[column].Default is null ? 0 : throw sql.Unexpected($"the default of {column} dropped before it is altered");
    }

    private static void Drop(ScriptTable table, string constraint, SqlCursor sql)
    {
        if (table.PrimaryKey?.Name == constraint)
        {
            table.PrimaryKey = null;
        }
        else if (!table.ForeignKeys.Remove(constraint) && !table.UniqueKeys.Remove(constraint))
        {
            throw sql.Unexpected($"a constraint {constraint} that exists");
        }
    }
}
