using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Reminders;

internal sealed class ReminderConfiguration :
    IEntityTypeConfiguration<Reminder>,
    IEntityTypeConfiguration<PlatformReminder>,
    IEntityTypeConfiguration<ReminderOptOut>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.Property(r => r.Rule).HasMaxLength(Lengths.Key);
        builder.Property(r => r.Template).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => new { r.SubjectId, r.Rule, r.Occurrence });
        builder.HasIndex(r => new { r.State, r.UserId, r.NotBefore });
        builder.HasIndex(r => new { r.UserId, r.DigestDay });
    }

    public void Configure(EntityTypeBuilder<PlatformReminder> builder)
    {
        builder.ToTable("PlatformReminders");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<ReminderOptOut> builder)
    {
        builder.ToTable("ReminderOptOuts");
        builder.HasKey(o => new { o.UserId, o.Rule });
        builder.Property(o => o.Rule).HasMaxLength(Lengths.Key);
        builder.HasIndex(o => o.Rule);
    }
}
