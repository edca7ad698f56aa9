namespace Approvals.Application.Policies;

/// <summary>A figure that staff may change, with the day from which it counts.</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>JSON.</summary>
    public required string Value { get; set; }

    public Guid? ChangedByUserId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
