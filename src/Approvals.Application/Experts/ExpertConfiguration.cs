using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Experts;

internal sealed class ExpertConfiguration :
    IEntityTypeConfiguration<Expert>,
    IEntityTypeConfiguration<ExpertField>,
    IEntityTypeConfiguration<ExpertAbsence>,
    IEntityTypeConfiguration<ExpertCoAuthor>,
    IEntityTypeConfiguration<PanelDraw>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("Experts");
        builder.Property(e => e.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(e => e.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(e => e.EmployerUscc).HasMaxLength(Lengths.Enumeration);
        builder.Property(e => e.EmployerName).HasMaxLength(Lengths.Name);
        builder.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
        builder.HasIndex(e => e.UserId).IsUnique();
        builder.HasIndex(e => new { e.RegionCode, e.Id });
        builder.HasMany(e => e.Fields).WithOne().HasForeignKey(f => f.ExpertId);
        builder.HasMany(e => e.Absences).WithOne().HasForeignKey(a => a.ExpertId);
        builder.HasMany(e => e.CoAuthors).WithOne().HasForeignKey(c => c.ExpertId);
    }

    public void Configure(EntityTypeBuilder<ExpertField> builder)
    {
        builder.ToTable("ExpertFields");
        builder.HasKey(f => new { f.ExpertId, f.Code });
        builder.Property(f => f.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(f => f.Code);
    }

    public void Configure(EntityTypeBuilder<ExpertAbsence> builder)
    {
        builder.ToTable("ExpertAbsences");
        builder.HasIndex(a => new { a.ExpertId, a.To });
    }

    public void Configure(EntityTypeBuilder<ExpertCoAuthor> builder)
    {
        builder.ToTable("ExpertCoAuthors");
        builder.Property(c => c.NameHash).HasMaxLength(Lengths.Hash);
        builder.Property(c => c.NumberHash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(c => c.ExpertId);
    }

    public void Configure(EntityTypeBuilder<PanelDraw> builder)
    {
        builder.ToTable("PanelDraws");
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.Property(d => d.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Vote).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Seed).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Field).HasMaxLength(Lengths.Code);
        builder.HasIndex(d => new { d.CaseId, d.Vote, d.Number }).IsUnique();
    }
}
