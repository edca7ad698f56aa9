using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Batches;

internal sealed class BatchConfiguration : IEntityTypeConfiguration<CaseBatch>, IEntityTypeConfiguration<CaseBatchItem>
{
    public void Configure(EntityTypeBuilder<CaseBatch> builder)
    {
        builder.ToTable("CaseBatches");
        builder.Property(b => b.Kind).HasMaxLength(Lengths.Code);
        builder.HasIndex(b => new { b.ByUserId, b.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<CaseBatchItem> builder)
    {
        builder.ToTable("CaseBatchItems");
        builder.HasOne<CaseBatch>().WithMany().HasForeignKey(i => i.BatchId);
        builder.Property(i => i.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(i => i.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(i => i.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(i => new { i.BatchId, i.State, i.Id });
        builder.HasIndex(i => new { i.State, i.ReadyAt, i.Id });
    }
}
