using System.Globalization;

namespace Approvals.Application.Database;

/// <summary>The version of a row as callers carry it.</summary>
public static class Etag
{
    /// <summary>The row's version as text.</summary>
    public static string Of(IVersioned row) => row.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a caller has seen the row as it is now.</summary>
    public static bool Matches(IVersioned row, string? etag) => string.Equals(etag?.Trim('"'), Of(row), StringComparison.Ordinal);
}
