using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.People;

internal sealed class FamilyRelationConfiguration : IEntityTypeConfiguration<FamilyRelation>
{
    public void Configure(EntityTypeBuilder<FamilyRelation> builder)
    {
        builder.ToTable("FamilyRelations");
        builder.Property(r => r.Kind).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => new { r.PersonId, r.RelativePersonId }).IsUnique();
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => r.RelativePersonId);
    }
}
