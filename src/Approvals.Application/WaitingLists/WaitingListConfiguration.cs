using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.WaitingLists;

internal sealed class WaitingListConfiguration :
    IEntityTypeConfiguration<WaitingList>,
    IEntityTypeConfiguration<WaitingListEntry>,
    IEntityTypeConfiguration<WaitingOffer>,
    IEntityTypeConfiguration<WaitingChange>
{
    public void Configure(EntityTypeBuilder<WaitingList> builder)
    {
        builder.ToTable("WaitingLists");
        builder.Property(l => l.Code).HasMaxLength(Lengths.Key);
        builder.Property(l => l.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(l => l.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.HasOne<Organisations.Organisation>().WithMany().HasForeignKey(l => l.OrganisationId);
        builder.HasIndex(l => l.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WaitingListEntry> builder)
    {
        builder.ToTable("WaitingListEntries");
        builder.HasOne<WaitingList>().WithMany().HasForeignKey(e => e.ListId);
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.Property(e => e.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(e => e.BookmarkId).HasMaxLength(Lengths.Code);
        builder.Property(e => e.ApplicantMaskedName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.OrderKey).HasMaxLength(Lengths.Key);
        builder.HasIndex(e => new { e.CaseId, e.BookmarkId }).IsUnique();
        builder.HasIndex(e => new { e.ListId, e.State, e.Section, e.OrderKey, e.Standing, e.Id });
    }

    public void Configure(EntityTypeBuilder<WaitingOffer> builder)
    {
        builder.ToTable("WaitingOffers");
        builder.HasOne<WaitingListEntry>().WithMany().HasForeignKey(o => o.EntryId);
        builder.HasOne<Quotas.Quota>().WithMany().HasForeignKey(o => o.QuotaId);
        builder.HasOne<Resources.Resource>().WithMany().HasForeignKey(o => o.ResourceId);
        builder.Property(o => o.What).HasMaxLength(Lengths.Text);
        builder.Property(o => o.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(o => new { o.EntryId, o.State });
        builder.HasIndex(o => new { o.QuotaId, o.State });
        builder.HasIndex(o => new { o.CaseId, o.State });
        builder.HasIndex(o => o.TaskId).HasFilter("\"TaskId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<WaitingChange> builder)
    {
        builder.ToTable("WaitingChanges");
        builder.HasOne<WaitingListEntry>().WithMany().HasForeignKey(c => c.EntryId);
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(c => new { c.EntryId, c.At, c.Id });
    }
}
