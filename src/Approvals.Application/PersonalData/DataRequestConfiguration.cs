using Approvals.Application.Database;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.PersonalData;

internal sealed class DataRequestConfiguration : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("DataRequests");
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.Property(r => r.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(r => r.DecidedByName).HasMaxLength(Lengths.Name);
        builder.HasIndex(r => new { r.PersonId, r.Id });
        builder.HasIndex(r => new { r.RegionPath, r.DecidedAt });
    }
}
