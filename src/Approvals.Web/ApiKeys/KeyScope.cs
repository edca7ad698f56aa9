namespace Approvals.Web.ApiKeys;

/// <summary>Marks an address that a key of a scope opens; without this mark no key does.</summary>
/// <param name="Scope">A code of <see cref="Application.ApiKeys.ApiScopes"/>.</param>
internal sealed record KeyScope(string Scope);

/// <summary>Opens addresses to keys.</summary>
internal static class KeyScopes
{
    /// <summary>Opens one address, or all of a group, to keys of a scope.</summary>
    public static T ForKeys<T>(this T addresses, string scope)
        where T : IEndpointConventionBuilder => addresses.WithMetadata(new KeyScope(scope));
}
