using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.People;

internal sealed class PeopleConfiguration :
    IEntityTypeConfiguration<User>,
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<PersonIdentifier>,
    IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.DisplayName).HasMaxLength(Lengths.Name);
        builder.Property(u => u.Language).HasMaxLength(Lengths.Code);
        builder.HasIndex(u => u.PersonId);
        builder.HasIndex(u => u.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.MaskedName).HasMaxLength(Lengths.Name);
        builder.HasMany(p => p.Identifiers).WithOne().HasForeignKey(i => i.PersonId);
    }

    public void Configure(EntityTypeBuilder<PersonIdentifier> builder)
    {
        builder.ToTable("PersonIdentifiers");
        builder.Property(i => i.Kind).HasMaxLength(Lengths.Code);
        builder.Property(i => i.Hash).HasMaxLength(Lengths.Hash);
        builder.Property(i => i.MaskedValue).HasMaxLength(Lengths.Code);
        builder.HasIndex(i => new { i.Kind, i.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.Property(c => c.Purpose).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Wording).HasMaxLength(Lengths.Name);
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.CaseId);
        builder.HasIndex(c => c.DraftId);
    }
}
