using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Quotas;

internal sealed class QuotaConfiguration : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> builder)
    {
        builder.ToTable("Quotas");
        builder.HasOne<WaitingLists.WaitingList>().WithMany().HasForeignKey(q => q.ListId);
        builder.HasIndex(q => new { q.ListId, q.Id });
    }
}
