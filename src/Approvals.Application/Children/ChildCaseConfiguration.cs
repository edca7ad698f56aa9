using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Children;

internal sealed class ChildCaseConfiguration : IEntityTypeConfiguration<ChildCase>
{
    public void Configure(EntityTypeBuilder<ChildCase> builder)
    {
        builder.ToTable("ChildCases");
        builder.HasKey(c => c.ChildCaseId);
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(c => c.ParentCaseId);
        builder.Property(c => c.Key).HasMaxLength(Lengths.Code);
        builder.Property(c => c.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(c => c.ServiceCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(c => new { c.ParentCaseId, c.Key }).IsUnique();
    }
}
