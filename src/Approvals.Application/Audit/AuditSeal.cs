namespace Approvals.Application.Audit;

/// <summary>A closed stretch of audit entries. Whoever changes anything in it must forge the key outside the database.</summary>
public sealed class AuditSeal
{
    /// <summary>1, 2, 3, …</summary>
    public required long Number { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    public required int Count { get; init; }

    /// <summary>Id (16 bytes) and hash (32 bytes) of each entry in order, so that the verifier can name the one that differs.</summary>
    public required byte[] Leaves { get; init; }

    public required byte[] MerkleRoot { get; init; }

    /// <summary>The MAC of the seal before; empty for the first.</summary>
    public required byte[] PreviousMac { get; init; }

    /// <summary>HMAC over everything above with a key outside the database.</summary>
    public byte[] Mac { get; set; } = [];

    public required DateTimeOffset SealedAt { get; init; }
}
