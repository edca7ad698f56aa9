namespace Approvals.Domain.Packages;

/// <summary>A document (材料) that the service asks for.</summary>
public sealed record DocumentDemand
{
    /// <summary>Its type's code; a file picker names it.</summary>
    public required string Type { get; init; }

    public required LocalText Name { get; init; }

    public LocalText? Description { get; init; }

    /// <summary>Whether it must be there; FEEL over the form's fields.</summary>
    public FeelOr<bool> Required { get; init; } = new(false);

    /// <summary>Whether it is asked for at all.</summary>
    public FeelExpression? ShowWhen { get; init; }

    /// <summary>File name extensions without a dot.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    public decimal MaxMegabytes { get; init; } = 20;

    public int MinCount { get; init; } = 1;

    public int MaxCount { get; init; } = 10;

    /// <summary>容缺受理: it may follow after acceptance.</summary>
    public bool MayFollow { get; init; }

    public Limit? MayFollowWithin { get; init; }

    /// <summary>告知承诺: a pledge may stand for it.</summary>
    public bool Pledge { get; init; }

    /// <summary>The e-certificate that may be fetched instead.</summary>
    public string? Certificate { get; init; }

    /// <summary>A file to download and fill in.</summary>
    public string? Template { get; init; }

    public bool Sensitive { get; init; }

    /// <summary>It tells who applies, so that those who decide without knowing it are not shown it; what is sensitive they are not shown anyway.</summary>
    public bool Identifying { get; init; }

    public LocalText? Note { get; init; }
}
