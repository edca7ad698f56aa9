using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>, IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId);
        builder.Property(l => l.Name).HasMaxLength(Lengths.Name);
        builder.Property(l => l.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(l => l.Hash).HasMaxLength(Lengths.Hash);
    }

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.HasOne<Letter>().WithMany().HasForeignKey(d => d.LetterId);
        builder.Property(d => d.ReceivedBy).HasMaxLength(Lengths.Code);
        builder.HasIndex(d => d.CaseId);
        builder.HasIndex(d => d.OutboxMessageId);
        builder.HasIndex(d => new { d.RecipientUserId, d.At });
    }
}
