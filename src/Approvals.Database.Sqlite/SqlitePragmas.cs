using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Approvals.Database.Sqlite;

/// <summary>
/// Sets on each connection what durability rests on: a committed step survives a power cut (<c>synchronous=FULL</c>),
/// readers never wait for the writer (WAL), and another process that writes is waited for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    internal const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Text;
        return command;
    }
}
