namespace Approvals.Database.SqlServer.Tests.Script;

internal sealed record ScriptColumn(string Name, string Type, string? Collation, bool IsNullable, bool IsIdentity, string? Default);

internal sealed record ScriptKey(string Name, IReadOnlyList<string> Columns);

internal sealed record ScriptForeignKey(string Name, IReadOnlyList<string> Columns, string Principal, IReadOnlyList<string> PrincipalColumns, string OnDelete);

/// <summary>An index; a descending column ends in " DESC".</summary>
internal sealed record ScriptIndex(string Name, bool IsUnique, IReadOnlyList<string> Columns, string? Filter);

internal sealed class ScriptTable
{
    public Dictionary<string, ScriptColumn> Columns { get; } = new(StringComparer.Ordinal);

    public ScriptKey? PrimaryKey { get; set; }

    public Dictionary<string, ScriptKey> UniqueKeys { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ScriptForeignKey> ForeignKeys { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ScriptIndex> Indexes { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands on a column and forbids the server to alter or drop it (error 5074).</summary>
    public IEnumerable<string> Upon(string column) =>
    [
        .. Indexes.Values.Where(i => i.Columns.Any(c => c == column || c == column + " DESC")).Select(i => i.Name),
        .. UniqueKeys.Values.Append(PrimaryKey).OfType<ScriptKey>().Where(k => k.Columns.Contains(column)).Select(k => k.Name),
        .. ForeignKeys.Values.Where(k => k.Columns.Contains(column)).Select(k => k.Name),
    ];
}

/// <summary>The database as a script leaves it.</summary>
internal sealed class ScriptSchema
{
    public Dictionary<string, ScriptTable> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>The migrations the script records as done, in its order.</summary>
    public List<string> Recorded { get; } = [];
}
