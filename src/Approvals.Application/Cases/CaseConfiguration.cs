using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class CaseConfiguration :
    IEntityTypeConfiguration<Case>,
    IEntityTypeConfiguration<CaseState>,
    IEntityTypeConfiguration<CaseEvent>,
    IEntityTypeConfiguration<CaseDecision>,
    IEntityTypeConfiguration<CaseSerialBlock>,
    IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(c => c.Number).HasMaxLength(Lengths.Code);
        builder.Property(c => c.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(c => c.ApplicantMaskedName).HasMaxLength(Lengths.Name);
        builder.Property(c => c.OrganisationName).HasMaxLength(Lengths.Name);
        builder.Property(c => c.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(c => c.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(c => c.State).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Result).HasMaxLength(Lengths.Enumeration);
        builder.Property(c => c.OpenKey).HasMaxLength(Lengths.Key);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.OpenKey).IsUnique();
        builder.HasIndex(c => new { c.ApplicantPersonId, c.Id });
        builder.HasIndex(c => new { c.ApplicantUserId, c.Id }).HasFilter("\"ApplicantUserId\" IS NOT NULL");
        builder.HasIndex(c => new { c.OrganisationId, c.Id }).HasFilter("\"OrganisationId\" IS NOT NULL");
        builder.HasIndex(c => new { c.FiledByUserId, c.Id });
        // With all that a list is narrowed to or ordered by: of a small region's cases no other row is read.
        builder.HasIndex(c => new { c.RegionPath, c.Id, c.ServiceCode, c.State, c.FinishedAt, c.Number });
        builder.HasIndex(c => new { c.State, c.Id });
        builder.HasIndex(c => new { c.ServiceVersionId, c.State });
        builder.HasIndex(c => new { c.ServiceCode, c.Id });
        // What came and what went within some days, and of what runs what is overdue: each holds no more rows than it tells of.
        builder.HasIndex(c => new { c.SubmittedAt, c.Id });
        builder.HasIndex(c => new { c.FinishedAt, c.Id }).HasFilter("\"FinishedAt\" IS NOT NULL");
        builder.HasIndex(c => new { c.DueAt, c.RegionPath, c.ServiceCode, c.Id }).HasFilter("\"FinishedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<CaseState> builder)
    {
        builder.ToTable("CaseStates");
        builder.HasKey(s => s.CaseId);
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseState>(s => s.CaseId);
        builder.Property(s => s.LastEventHash).HasMaxLength(Lengths.Hash);
    }

    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.HasKey(e => new { e.CaseId, e.Number });
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.Property(e => e.Type).HasMaxLength(Lengths.Code);
        builder.Property(e => e.SubmissionHash).HasMaxLength(Lengths.Hash);
        builder.Property(e => e.PreviousHash).HasMaxLength(Lengths.Hash);
        builder.Property(e => e.Hash).HasMaxLength(Lengths.Hash);
    }

    public void Configure(EntityTypeBuilder<CaseDecision> builder)
    {
        builder.ToTable("CaseDecisions");
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.Property(d => d.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Decision).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<CaseSerialBlock> builder)
    {
        builder.ToTable("CaseSerialBlocks");
        builder.HasKey(b => new { b.RegionCode, b.ServiceCode, b.Day });
        builder.Property(b => b.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(b => b.ServiceCode).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.Property(i => i.IncidentId).HasMaxLength(Lengths.Code);
        builder.Property(i => i.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(i => i.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(i => new { i.ResolvedAt, i.At });
    }
}
