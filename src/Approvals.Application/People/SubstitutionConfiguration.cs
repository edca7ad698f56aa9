using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.People;

internal sealed class SubstitutionConfiguration : IEntityTypeConfiguration<Substitution>
{
    public void Configure(EntityTypeBuilder<Substitution> builder)
    {
        builder.ToTable("Substitutions");
        builder.Property(s => s.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(s => new { s.SubstituteUserId, s.To });
        builder.HasIndex(s => new { s.PersonUserId, s.To });
    }
}
