using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Cases;

internal sealed class SearchConfiguration : IEntityTypeConfiguration<SearchValue>
{
    public void Configure(EntityTypeBuilder<SearchValue> builder)
    {
        builder.ToTable("SearchValues");
        builder.HasKey(v => new { v.CaseId, v.Field, v.Value });
        builder.Property(v => v.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(v => v.Field).HasMaxLength(Lengths.Code);
        builder.Property(v => v.Value).HasMaxLength(Lengths.Key);
        builder.Property(v => v.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(v => v.State).HasMaxLength(Lengths.Code);
        builder.HasIndex(v => new { v.ServiceCode, v.Field, v.Value, v.CaseId }).IsDescending(false, false, false, true);
        // A text is looked for in every field at once, newest case first.
        builder.HasIndex(v => new { v.Value, v.CaseId }).IsDescending(false, true);
    }
}
