using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasOne<People.User>().WithMany().HasForeignKey(k => k.UserId);
        builder.Property(k => k.Name).HasMaxLength(Lengths.Name);
        builder.Property(k => k.Scopes).HasMaxLength(Lengths.Name);
        builder.Property(k => k.Hash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(k => new { k.UserId, k.CreatedAt });
    }
}
