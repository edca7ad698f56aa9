namespace Approvals.Application.Regions;

public enum RegionLevel
{
    Province,
    City,
    County,
    Township,
}

/// <summary>A place of the code tree of GB/T 2260.</summary>
public sealed class Region
{
    public required string Code { get; init; }

    public string? ParentCode { get; init; }

    /// <summary>Codes from the root down, such as <c>/220000/220100/220102/</c>; a subtree is a prefix.</summary>
    public required string Path { get; set; }

    public required RegionLevel Level { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>The last day on which it is offered to choose; null while it has none. What refers to it stays.</summary>
    public DateOnly? EndsOn { get; set; }
}
