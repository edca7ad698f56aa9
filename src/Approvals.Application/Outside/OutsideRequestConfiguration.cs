using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Outside;

internal sealed class OutsideRequestConfiguration : IEntityTypeConfiguration<OutsideRequest>
{
    public void Configure(EntityTypeBuilder<OutsideRequest> builder)
    {
        builder.ToTable("OutsideRequests");
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.Property(r => r.CaseNumber).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Key).HasMaxLength(Lengths.Code);
        builder.Property(r => r.ActivityId).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(r => r.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(r => r.DoneKey).HasMaxLength(Lengths.Key);
        builder.HasIndex(r => new { r.CaseId, r.Key }).IsUnique();
        builder.HasIndex(r => new { r.Kind, r.State, r.Id });
    }
}
