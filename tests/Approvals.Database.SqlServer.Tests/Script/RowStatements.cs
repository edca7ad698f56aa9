namespace Approvals.Database.SqlServer.Tests.Script;

/// <summary>UPDATE and DELETE, written by hand in a migration.</summary>
internal static class RowStatements
{
    /// <summary>Only names that exist, in brackets, and none that is added in the same batch: the server looks them up before the batch begins.</summary>
    public static void Check(ScriptSchema schema, SqlCursor sql, IReadOnlySet<string> addedInBatch)
    {
        var names = schema.Tables.Keys.Concat(schema.Tables.Values.SelectMany(t => t.Columns.Keys)).ToHashSet(StringComparer.Ordinal);
        foreach (var token in sql.Until(";"))
        {
            var refused = token.Kind switch
            {
                SqlTokenKind.Quoted => "is in double quotes, which a client may take for a string",
                SqlTokenKind.Name when addedInBatch.Contains(token.Text) => "is added in the same batch, so the statement must stand in EXEC",
                SqlTokenKind.Name when !names.Contains(token.Text) => "does not exist",
                _ => null,
            };
            _ = refused is null ? 0 : throw new FormatException($"Line {token.Line}: {token.Text} {refused}.");
        }

        sql.Expect(";");
    }
}
