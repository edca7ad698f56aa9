using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Represented;

internal sealed class RepresentedPersonConfiguration : IEntityTypeConfiguration<RepresentedPerson>
{
    public void Configure(EntityTypeBuilder<RepresentedPerson> builder)
    {
        builder.ToTable("RepresentedPeople");
        builder.HasIndex(r => new { r.OrganisationId, r.PersonId }).IsUnique();
        builder.HasIndex(r => r.PersonId);
    }
}
