using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(d => d.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(d => d.FormId).HasMaxLength(Lengths.Code);
        builder.HasIndex(d => new { d.OwnerUserId, d.UpdatedAt });
        // Most drafts have neither; a planner without statistics would take the index of one for the way to those that have none.
        builder.HasIndex(d => d.SubmittedCaseId).IsUnique().HasFilter("\"SubmittedCaseId\" IS NOT NULL");
        builder.HasIndex(d => d.TaskId).IsUnique().HasFilter("\"TaskId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
        builder.Property(s => s.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(s => s.FormId).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Hash).HasMaxLength(Lengths.Hash);
    }
}
