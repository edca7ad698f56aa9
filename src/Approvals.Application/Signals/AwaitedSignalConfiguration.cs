using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Signals;

internal sealed class AwaitedSignalConfiguration : IEntityTypeConfiguration<AwaitedSignal>
{
    public void Configure(EntityTypeBuilder<AwaitedSignal> builder)
    {
        builder.ToTable("AwaitedSignals");
        builder.HasKey(s => new { s.CaseId, s.BookmarkId });
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(s => s.CaseId);
        builder.Property(s => s.BookmarkId).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.Property(s => s.Correlation).HasMaxLength(Lengths.Name);
        builder.Property(s => s.CaseNumber).HasMaxLength(Lengths.Code);
        builder.HasIndex(s => new { s.Name, s.CaseId });
    }
}
