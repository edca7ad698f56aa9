using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>How far serials of a region, service and day have been given out, in blocks; gaps are fine.</summary>
public sealed class CaseSerialBlock : IVersioned
{
    public required string RegionCode { get; init; }

    public required string ServiceCode { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The first serial not yet in any block.</summary>
    public required int Next { get; set; }

    public int Version { get; set; }
}
