using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Uscc).HasMaxLength(Lengths.Code);
        builder.Property(o => o.Name).HasMaxLength(Lengths.Name);
        builder.Property(o => o.Kind).HasMaxLength(Lengths.Code);
        builder.Property(o => o.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(o => o.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.HasIndex(o => o.Uscc).IsUnique();
        builder.HasIndex(o => o.Name);
        builder.HasIndex(o => new { o.Kind, o.RegionPath });
    }

    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("Mandates");
        builder.HasIndex(m => m.AgentUserId);
        builder.HasIndex(m => m.OrganisationId);
        builder.HasIndex(m => m.PersonId);
    }
}
