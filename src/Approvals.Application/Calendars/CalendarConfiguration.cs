using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Calendars;

internal sealed class CalendarConfiguration :
    IEntityTypeConfiguration<CalendarRevision>,
    IEntityTypeConfiguration<DueDateMove>,
    IEntityTypeConfiguration<WorkingCalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarRevision> builder)
    {
        builder.ToTable("CalendarRevisions");
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Source).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Notice).HasMaxLength(Lengths.Name);
        builder.Property(r => r.FileName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.LoadedByName).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Cursor).HasMaxLength(Lengths.Key);
    }

    /// <summary>Found by revision in the order in which it is shown, and by the case on its page.</summary>
    public void Configure(EntityTypeBuilder<DueDateMove> builder)
    {
        builder.ToTable("DueDateMoves");
        builder.HasKey(m => new { m.Revision, m.Kind, m.RowId });
        builder.HasIndex(m => m.CaseId);
    }

    public void Configure(EntityTypeBuilder<WorkingCalendarDay> builder)
    {
        builder.ToTable("WorkingCalendarDays");
        builder.HasKey(d => new { d.Revision, d.Day });
        builder.Property(d => d.Name).HasMaxLength(Lengths.Name);
        builder.Property(d => d.NameEn).HasMaxLength(Lengths.Name).HasDefaultValue("");
    }
}
