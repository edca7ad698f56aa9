using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Timers;

internal sealed class TimerConfiguration : IEntityTypeConfiguration<CaseTimer>
{
    public void Configure(EntityTypeBuilder<CaseTimer> builder)
    {
        builder.ToTable("Timers");
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.Property(t => t.BookmarkId).HasMaxLength(Lengths.Code);
        builder.Property(t => t.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(t => t.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(t => new { t.CaseId, t.BookmarkId }).IsUnique();
        builder.HasIndex(t => new { t.State, t.ReadyAt, t.Id });
    }
}
