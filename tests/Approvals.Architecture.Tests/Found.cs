namespace Approvals.Architecture.Tests;

/// <summary>Fails with everything that was found, not with the first few letters of it.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> findings)
    {
        var list = findings.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }
}
