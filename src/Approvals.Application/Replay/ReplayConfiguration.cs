using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Replay;

internal sealed class ReplayConfiguration : IEntityTypeConfiguration<ReplayRun>, IEntityTypeConfiguration<ReplayedCase>
{
    public void Configure(EntityTypeBuilder<ReplayRun> builder)
    {
        builder.ToTable("ReplayRuns");
        builder.Property(r => r.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Hash).HasMaxLength(Lengths.Code);
        builder.Property(r => r.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(r => r.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(r => new { r.State, r.ReadyAt, r.Id });
        builder.HasIndex(r => new { r.ServiceCode, r.CreatedAt });
        builder.HasIndex(r => new { r.VersionId, r.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ReplayedCase> builder)
    {
        builder.ToTable("ReplayedCases");
        builder.HasKey(c => new { c.RunId, c.CaseId });
        builder.HasOne<ReplayRun>().WithMany().HasForeignKey(c => c.RunId);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.Property(c => c.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(c => new { c.RunId, c.Place }).IsUnique();
    }
}
