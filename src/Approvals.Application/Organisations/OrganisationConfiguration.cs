using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Organisations;

internal sealed class OrganisationConfiguration :
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<Mandate>,
    IEntityTypeConfiguration<OrganisationChange>
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
        builder.Property(m => m.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(m => m.AgentUserId);
        builder.HasIndex(m => m.OrganisationId);
        builder.HasIndex(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<OrganisationChange> builder)
    {
        builder.ToTable("OrganisationChanges");
        builder.Property(c => c.NameBefore).HasMaxLength(Lengths.Name);
        builder.Property(c => c.NameAfter).HasMaxLength(Lengths.Name);
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(c => new { c.OrganisationId, c.At });
    }
}
