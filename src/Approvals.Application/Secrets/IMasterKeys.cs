namespace Approvals.Application.Secrets;

/// <summary>The keys that live outside the database: whoever has only the database reads nothing and forges nothing.</summary>
public interface IMasterKeys
{
    /// <summary>The id of the key that wraps new content keys.</summary>
    public string CurrentId { get; }

    /// <summary>The key by its id.</summary>
    /// <exception cref="InvalidOperationException">It is not among the configured keys.</exception>
    public byte[] Find(string id);

    /// <summary>The key of look-up hashes; it never changes, or nothing would be found again.</summary>
    public byte[] LookUpKey { get; }

    /// <summary>The key of audit seals; it never changes.</summary>
    public byte[] AuditKey { get; }
}
