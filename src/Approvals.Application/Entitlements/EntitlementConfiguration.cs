using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Entitlements;

internal sealed class EntitlementConfiguration :
    IEntityTypeConfiguration<Entitlement>,
    IEntityTypeConfiguration<EntitlementSuspension>,
    IEntityTypeConfiguration<ChangeOfEntitlement>,
    IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.ToTable("Entitlements");
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.Property(e => e.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(e => e.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Kind).HasMaxLength(Lengths.Key);
        builder.Property(e => e.HolderMaskedName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Level).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Number).HasMaxLength(Lengths.Code);
        builder.Property(e => e.VerificationToken).HasMaxLength(Lengths.Code);
        builder.Property(e => e.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(e => e.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(e => e.EndReason).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.Kind, e.Number }).IsUnique();
        builder.HasIndex(e => e.VerificationToken).IsUnique();
        builder.HasIndex(e => new { e.PersonId, e.Kind });
        builder.HasIndex(e => new { e.ValidTo, e.Id });
        builder.HasIndex(e => e.RenewalCaseId);
        builder.HasMany(e => e.Suspensions).WithOne().HasForeignKey(s => s.EntitlementId);
    }

    public void Configure(EntityTypeBuilder<EntitlementSuspension> builder)
    {
        builder.ToTable("EntitlementSuspensions");
        builder.Property(s => s.Reason).HasMaxLength(Lengths.Text);
    }

    public void Configure(EntityTypeBuilder<ChangeOfEntitlement> builder)
    {
        builder.ToTable("EntitlementChanges");
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(c => c.EntitlementId);
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.Property(c => c.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(c => c.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Reason).HasMaxLength(Lengths.Text);
        builder.HasIndex(c => new { c.EntitlementId, c.At });
    }

    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("Obligations");
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(o => o.EntitlementId);
        builder.Property(o => o.Type).HasMaxLength(Lengths.Code);
        builder.Property(o => o.CheckServiceCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(o => new { o.EntitlementId, o.Type, o.OpensOn }).IsUnique();
        builder.HasIndex(o => new { o.State, o.OpensOn });
        builder.HasIndex(o => o.OpenedCaseId);
        builder.Ignore(o => o.Year);
    }
}
