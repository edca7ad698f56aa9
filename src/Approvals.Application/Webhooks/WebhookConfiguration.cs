using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.HasOne<People.User>().WithMany().HasForeignKey(h => h.UserId);
        builder.Property(h => h.Name).HasMaxLength(Lengths.Name);
        builder.Property(h => h.Url).HasMaxLength(Lengths.Text);
        builder.Property(h => h.Events).HasMaxLength(Lengths.Name);
        builder.HasIndex(h => new { h.UserId, h.EndedAt });
        builder.HasIndex(h => new { h.OrganisationId, h.EndedAt });
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
        builder.Property(d => d.Event).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Body).HasMaxLength(Lengths.Text);
        builder.Property(d => d.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(d => new { d.WebhookId, d.At, d.Id });
    }
}
