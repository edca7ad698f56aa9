using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Secrets;

internal sealed class ContentKeyConfiguration : IEntityTypeConfiguration<ContentKey>
{
    public void Configure(EntityTypeBuilder<ContentKey> builder)
    {
        builder.ToTable("ContentKeys");
        builder.Property(k => k.Purpose).HasMaxLength(Lengths.Code);
        builder.Property(k => k.MasterKeyId).HasMaxLength(Lengths.Code);
    }
}
