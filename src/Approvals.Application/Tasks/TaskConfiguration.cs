using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Tasks;

internal sealed class TaskConfiguration : IEntityTypeConfiguration<TaskItem>, IEntityTypeConfiguration<TaskCandidate>
{
    public void Configure(EntityTypeBuilder<TaskItem> builder)
    {
        builder.ToTable("TaskItems");
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.Property(t => t.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(t => t.BookmarkId).HasMaxLength(Lengths.Code);
        builder.Property(t => t.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(t => t.Kind).HasMaxLength(Lengths.Code);
        builder.Property(t => t.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(t => t.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(t => t.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(t => t.ApplicantMaskedName).HasMaxLength(Lengths.Name);
        builder.Property(t => t.OrganisationName).HasMaxLength(Lengths.Name);
        builder.Property(t => t.Outcome).HasMaxLength(Lengths.Code);
        builder.Property(t => t.Marks).HasMaxLength(Lengths.Name);
        builder.HasIndex(t => new { t.CaseId, t.BookmarkId }).IsUnique();
        // Of what somebody holds; without the rows that nobody holds any more no planner takes the holder for a bad guide.
        builder.HasIndex(t => new { t.OwnerUserId, t.State, t.DueAt, t.Id }).HasFilter("\"OwnerUserId\" IS NOT NULL AND \"ClosedAt\" IS NULL");
        builder.HasIndex(t => new { t.ClosedByUserId, t.ClosedAt, t.Id });
        builder.HasIndex(t => new { t.RegionPath, t.State, t.DueAt, t.Id });
        builder.HasIndex(t => new { t.ClosedAt, t.Id }).HasFilter("\"ClosedAt\" IS NOT NULL");
        builder.HasIndex(t => new { t.ServiceCode, t.ActivityId, t.DueAt, t.RegionPath }).HasFilter("\"ClosedAt\" IS NULL");
        // Reminders walk along what is open.
        builder.HasIndex(t => new { t.Id, t.DueAt, t.YellowAt }).HasFilter("\"ClosedAt\" IS NULL");
        builder.HasMany(t => t.Candidates).WithOne().HasForeignKey(c => c.TaskId);
    }

    public void Configure(EntityTypeBuilder<TaskCandidate> builder)
    {
        builder.ToTable("TaskCandidates");
        builder.HasKey(c => new { c.TaskId, c.Key });
        builder.Property(c => c.Key).HasMaxLength(Lengths.Key);
        builder.Property(c => c.ServiceCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(c => new { c.Key, c.IsOpen, c.DueAt, c.TaskId, c.YellowAt });
    }
}
