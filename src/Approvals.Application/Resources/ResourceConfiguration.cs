using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Resources;

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("Resources");
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.Property(r => r.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(r => r.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(r => r.About).HasMaxLength(Lengths.Text);
        builder.HasOne<WaitingLists.WaitingList>().WithMany().HasForeignKey(r => r.ListId);
        builder.HasOne<Organisations.Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}
