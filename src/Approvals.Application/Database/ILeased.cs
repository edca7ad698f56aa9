namespace Approvals.Application.Database;

/// <summary>A row that a pump claims for a while before it works on it.</summary>
public interface ILeased
{
    /// <summary>The column of the case whose rows are worked off strictly one after another; null where their order does not matter.</summary>
    public static virtual string? InOrderOf => null;

    public Guid Id { get; }

    /// <summary>Not to be claimed before.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    /// <summary>The node that works on it, or keeps it to try again; null with a time to come where it stands aside until then.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Not to be claimed before, by whomever.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last failure, for operators; never personal data.</summary>
    public string? LastError { get; set; }
}
