using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Retention;

/// <summary>The complete e-file of a finished case as one sealed bundle.</summary>
public sealed class CaseArchive
{
    public required Guid CaseId { get; init; }

    public required DateTimeOffset ArchivedAt { get; init; }

    /// <summary>The class under which it is kept, as the settings named it that day.</summary>
    public required string RetentionClass { get; init; }

    /// <summary>Where the sealed bundle lies in the file store; it is sealed under the case's key.</summary>
    public required string Address { get; init; }

    /// <summary>How many events of the case it holds: a case that went on is archived anew.</summary>
    public required int Events { get; init; }

    /// <summary>Its size before sealing, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the bundle before sealing.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>An order that nothing of a case may be destroyed, such as a lawsuit.</summary>
public sealed class LegalHold : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required Guid PlacedByUserId { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    public Guid? LiftedByUserId { get; set; }

    /// <summary>The case's id while it holds: one hold of a case at a time.</summary>
    public Guid? OpenKey { get; set; }

    public int Version { get; set; }
}

internal sealed class RetentionConfiguration : IEntityTypeConfiguration<CaseArchive>, IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<CaseArchive> builder)
    {
        builder.ToTable("CaseArchives");
        builder.HasKey(a => a.CaseId);
        builder.Property(a => a.RetentionClass).HasMaxLength(Lengths.Name);
        builder.Property(a => a.Address).HasMaxLength(Lengths.Key);
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasIndex(a => a.Address);
    }

    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("LegalHolds");
        builder.Property(h => h.Reason).HasMaxLength(Lengths.Text);
        builder.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId);
        builder.HasIndex(h => h.OpenKey).IsUnique();
    }
}
