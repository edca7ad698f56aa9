namespace Approvals.Application.Database;

/// <summary>A row that a pump claims for a while before it works on it.</summary>
public interface ILeased
{
    Guid Id { get; }

    /// <summary>Not to be claimed before.</summary>
    DateTimeOffset ReadyAt { get; set; }

    string? LeaseOwner { get; set; }

    /// <summary>Another node may claim it afterwards.</summary>
    DateTimeOffset? LeaseUntil { get; set; }

    int Attempts { get; set; }

    /// <summary>The last failure, for operators; never personal data.</summary>
    string? LastError { get; set; }
}
