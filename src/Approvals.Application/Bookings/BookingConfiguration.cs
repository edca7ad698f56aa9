using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Bookings;

internal sealed class BookingConfiguration : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("Bookings");
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(b => b.CaseId);
        builder.HasOne<Resources.Resource>().WithMany().HasForeignKey(b => b.ResourceId);
        builder.HasOne<Organisations.Organisation>().WithMany().HasForeignKey(b => b.OrganisationId);
        builder.Property(b => b.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(b => b.BookmarkId).HasMaxLength(Lengths.Code);
        builder.Property(b => b.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(b => b.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(b => b.ApplicantMaskedName).HasMaxLength(Lengths.Name);
        builder.HasIndex(b => new { b.CaseId, b.BookmarkId }).IsUnique();
        builder.HasIndex(b => new { b.OrganisationId, b.RequestedAt, b.Id });
        builder.HasIndex(b => new { b.ResourceId, b.State, b.StartsAt });
        builder.HasIndex(b => new { b.PersonId, b.RequestedAt });
    }
}
