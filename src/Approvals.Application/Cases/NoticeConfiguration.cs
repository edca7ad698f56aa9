using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<PublicNotice>, IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<PublicNotice> builder)
    {
        builder.ToTable("PublicNotices");
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
        builder.Property(n => n.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(n => n.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(n => n.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(n => n.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.HasIndex(n => new { n.State, n.PublishedAt });
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objections");
        builder.HasOne<PublicNotice>().WithMany().HasForeignKey(o => o.NoticeId);
        builder.HasIndex(o => o.CaseId);
        builder.Property(o => o.Ruling).HasMaxLength(Lengths.Text);
    }
}
