namespace Approvals.Application.Database;

/// <summary>A row that a pump claims for a while before it works on it.</summary>
public interface ILeased
{
    public Guid Id { get; }

    /// <summary>Not to be claimed before.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    /// <summary>Another node may claim it afterwards.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last failure, for operators; never personal data.</summary>
    public string? LastError { get; set; }
}
