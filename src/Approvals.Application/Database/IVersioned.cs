namespace Approvals.Application.Database;

/// <summary>A row changed under optimistic concurrency; the context raises the version on each change.</summary>
public interface IVersioned
{
    /// <summary>The concurrency token; a stale one makes the write a conflict.</summary>
    public int Version { get; set; }
}
