using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Feedback;

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<CaseFeedback>
{
    public void Configure(EntityTypeBuilder<CaseFeedback> builder)
    {
        builder.ToTable("Feedback");
        builder.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId);
        builder.Property(f => f.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(f => f.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(f => f.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(f => f.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(f => f.ContactedByName).HasMaxLength(Lengths.Name);
        builder.Property(f => f.AnsweredByName).HasMaxLength(Lengths.Name);
        builder.HasIndex(f => new { f.ByUserId, f.Id });
        builder.HasIndex(f => new { f.RegionPath, f.NeedsAnswer, f.AnsweredAt });
    }
}
