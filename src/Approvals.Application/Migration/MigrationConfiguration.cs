using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Migration;

internal sealed class MigrationConfiguration : IEntityTypeConfiguration<MigrationBatch>, IEntityTypeConfiguration<MigratedCase>
{
    public void Configure(EntityTypeBuilder<MigrationBatch> builder)
    {
        builder.ToTable("MigrationBatches");
        builder.Property(b => b.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(b => b.Reason).HasMaxLength(Lengths.Text);
        builder.Property(b => b.OpenKey).HasMaxLength(Lengths.Code);
        builder.Property(b => b.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(b => b.LastError).HasMaxLength(Lengths.Text);
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(b => b.FromVersionId);
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(b => b.ToVersionId);
        builder.HasIndex(b => b.OpenKey).IsUnique();
        builder.HasIndex(b => new { b.State, b.ReadyAt, b.Id });
        builder.HasIndex(b => new { b.ServiceCode, b.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<MigratedCase> builder)
    {
        builder.ToTable("MigratedCases");
        builder.HasKey(c => new { c.BatchId, c.CaseId });
        builder.HasOne<MigrationBatch>().WithMany().HasForeignKey(c => c.BatchId);
        builder.Property(c => c.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Why).HasMaxLength(Lengths.Code);
        builder.Property(c => c.WhyData).HasMaxLength(Lengths.Text);
        builder.HasIndex(c => new { c.CaseId, c.At });
    }
}
