using Approvals.Application.Entitlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Renewals;

/// <summary>What is said of an entitlement near its end, once for each end.</summary>
public enum Milestone
{
    /// <summary>Its holder was invited to renew it.</summary>
    Invited,

    /// <summary>Its end passed while a timely application waits; the leads were told.</summary>
    Escalated,

    /// <summary>Its end was announced.</summary>
    Lapsed,
}

/// <summary>Proof that something was said; the key lets nobody say it twice.</summary>
public sealed class EntitlementMilestone
{
    public required Guid EntitlementId { get; init; }

    public required Milestone Milestone { get; init; }

    /// <summary>The last day it was said about.</summary>
    public required DateOnly LastDay { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class EntitlementMilestoneConfiguration : IEntityTypeConfiguration<EntitlementMilestone>
{
    public void Configure(EntityTypeBuilder<EntitlementMilestone> builder)
    {
        builder.ToTable("EntitlementMilestones");
        builder.HasKey(m => new { m.EntitlementId, m.Milestone, m.LastDay });
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(m => m.EntitlementId);
    }
}
