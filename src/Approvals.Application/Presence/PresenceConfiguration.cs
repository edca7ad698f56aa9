using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Presence;

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<PresenceInterval>, IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<PresenceInterval> builder)
    {
        builder.ToTable("PresenceIntervals");
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.Property(p => p.EndReason).HasMaxLength(Lengths.Text);
        builder.Property(p => p.LiveKey).HasMaxLength(Lengths.Key);
        builder.HasIndex(p => p.LiveKey).IsUnique();
        builder.HasIndex(p => new { p.PersonId, p.From });
        builder.HasMany(p => p.Evidence).WithOne().HasForeignKey(e => e.IntervalId);
        builder.Ignore(p => p.Stay);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("PresenceEvidence");
        builder.HasOne<Document>().WithMany().HasForeignKey(e => e.DocumentId);
        builder.HasIndex(e => e.DocumentId);
    }
}
