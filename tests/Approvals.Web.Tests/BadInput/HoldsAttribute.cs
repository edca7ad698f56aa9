namespace Approvals.Web.Tests.BadInput;

/// <summary>What a test written by hand holds of an operation.</summary>
internal enum Bad
{
    /// <summary>The same request twice at once has one effect.</summary>
    Twice,

    /// <summary>A version that is not the last is refused.</summary>
    Stale,
}

/// <summary>Names the operations that a test holds something of.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class HoldsAttribute(Bad bad, string operation) : Attribute
{
    public Bad Bad => bad;

    public string Operation => operation;
}
