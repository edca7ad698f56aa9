using System.Reflection;
using Xunit.Sdk;

namespace Approvals.TestKit.Database;

/// <summary>
/// Runs a theory once for each configured database, handed over as its first argument, and for each of the given rows.
/// The tests of a database that is not configured are not discovered.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AllDatabasesAttribute(params object?[] row) : DataAttribute
{
    /// <summary>The databases there are here.</summary>
    public static IReadOnlyList<DatabaseKind> Configured { get; } =
    [
        DatabaseKind.Sqlite,
        .. PostgreSqlServer.ConnectionString is null ? Array.Empty<DatabaseKind>() : [DatabaseKind.PostgreSql],
        .. SqlServerServer.ConnectionString is null ? Array.Empty<DatabaseKind>() : [DatabaseKind.SqlServer],
    ];

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => Configured.Select(kind => (object?[])[kind, .. row]);
}
