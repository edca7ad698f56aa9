namespace Approvals.Workflows.Tests;

/// <summary>Compares sequences by their items; xunit takes immutable arrays for equal only when they are the same array.</summary>
internal static class Expect
{
    public static void Items<T>(IEnumerable<T> actual, params T[] expected) => Assert.Equal(expected, actual.ToArray());
}
