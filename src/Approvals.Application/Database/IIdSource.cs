namespace Approvals.Application.Database;

/// <summary>The one source of row ids, so that the simulator and tests can make them repeatable.</summary>
public interface IIdSource
{
    /// <summary>A version 7 id: ordered by time, kind to indexes.</summary>
    public Guid Next();

    /// <summary>A random id that tells nothing about when it was made; for ballots and public links.</summary>
    public Guid Unordered();
}
