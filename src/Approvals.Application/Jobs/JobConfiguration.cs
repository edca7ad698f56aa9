using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobSchedule>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(r => r.Job).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Cursor).HasMaxLength(Lengths.Key);
        builder.Property(r => r.Error).HasMaxLength(Lengths.Text);
        builder.HasIndex(r => new { r.Job, r.ScheduledFor }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<JobSchedule> builder)
    {
        builder.ToTable("JobSchedules");
        builder.HasKey(s => s.Job);
        builder.Property(s => s.Job).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Cron).HasMaxLength(Lengths.Code);
    }
}
