using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Regions;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("Regions");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Region);
        builder.Property(r => r.ParentCode).HasMaxLength(Lengths.Region);
        builder.Property(r => r.Path).HasMaxLength(Lengths.RegionPath);
        builder.HasIndex(r => r.Path).IsUnique();
        builder.HasIndex(r => r.ParentCode);
    }
}
