using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(e => e.Action).HasMaxLength(Lengths.Code);
        builder.Property(e => e.SubjectKind).HasMaxLength(Lengths.Code);
        builder.Property(e => e.SubjectId).HasMaxLength(Lengths.Key);
        builder.Property(e => e.CaseEventHash).HasMaxLength(Lengths.Hash);
        builder.Property(e => e.Address).HasMaxLength(Lengths.Code);
        // A place is given once: an entry that has one already makes the write a conflict.
        builder.Property(e => e.Position).IsConcurrencyToken();
        builder.HasIndex(e => e.Position).IsUnique();
        builder.HasIndex(e => new { e.CaseId, e.CaseEventNumber });
        builder.HasIndex(e => new { e.SubjectKind, e.SubjectId });
        builder.HasIndex(e => new { e.ActorUserId, e.At });
        builder.HasIndex(e => new { e.At, e.Id });
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.MerkleRoot).HasMaxLength(Lengths.Hash);
        builder.Property(s => s.PreviousMac).HasMaxLength(Lengths.Hash);
        builder.Property(s => s.Mac).HasMaxLength(Lengths.Hash);
    }
}
