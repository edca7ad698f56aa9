namespace Approvals.TestKit.Database;

/// <summary>The databases tests run on.</summary>
public enum DatabaseKind
{
    Sqlite,

    /// <summary>Where <c>APPROVALS_TEST_POSTGRES</c> holds a connection string.</summary>
    PostgreSql,

    /// <summary>Where <c>APPROVALS_TEST_SQLSERVER</c> holds a connection string.</summary>
    SqlServer,
}
