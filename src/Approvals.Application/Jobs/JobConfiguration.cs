using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobFault>, IEntityTypeConfiguration<JobSchedule>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(r => r.Job).HasMaxLength(Lengths.Code);
        builder.Property(r => r.OpenKey).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Node).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Cursor).HasMaxLength(Lengths.Key);
        builder.Property(r => r.Unit).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Error).HasMaxLength(Lengths.Text);
        builder.HasIndex(r => new { r.Job, r.ScheduledFor }).IsUnique();
        builder.HasIndex(r => r.OpenKey).IsUnique();
        builder.HasIndex(r => r.FinishedAt);
    }

    public void Configure(EntityTypeBuilder<JobFault> builder)
    {
        builder.ToTable("JobFaults");
        builder.Property(f => f.Job).HasMaxLength(Lengths.Code);
        builder.Property(f => f.Code).HasMaxLength(Lengths.Code);
        builder.Property(f => f.Data).HasMaxLength(Lengths.Text);
        builder.Property(f => f.Chunk).HasMaxLength(Lengths.Key);
        builder.HasOne<JobRun>().WithMany().HasForeignKey(f => f.RunId);
        builder.HasIndex(f => new { f.RunId, f.At });
        builder.HasIndex(f => f.At);
    }

    public void Configure(EntityTypeBuilder<JobSchedule> builder)
    {
        builder.ToTable("JobSchedules");
        builder.HasKey(s => s.Job);
        builder.Property(s => s.Job).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Cron).HasMaxLength(Lengths.Code);
    }
}
