using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class OpinionConfiguration :
    IEntityTypeConfiguration<Opinion>,
    IEntityTypeConfiguration<VoteBallot>,
    IEntityTypeConfiguration<Comment>,
    IEntityTypeConfiguration<CaseCopy>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("Opinions");
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId);
        builder.Property(o => o.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(o => o.AuthorName).HasMaxLength(Lengths.Name);
        builder.Property(o => o.Outcome).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<VoteBallot> builder)
    {
        builder.ToTable("VoteBallots");
        builder.HasOne<Case>().WithMany().HasForeignKey(b => b.CaseId);
        builder.Property(b => b.ActivityId).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.Property(c => c.AuthorName).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<CaseCopy> builder)
    {
        builder.ToTable("CaseCopies");
        builder.HasKey(c => new { c.CaseId, c.UserId });
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => new { c.UserId, c.At, c.CaseId });
    }
}
