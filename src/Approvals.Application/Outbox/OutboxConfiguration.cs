using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Outbox;

internal sealed class OutboxConfiguration :
    IEntityTypeConfiguration<OutboxMessage>,
    IEntityTypeConfiguration<InboundEvent>,
    IEntityTypeConfiguration<Notification>,
    IEntityTypeConfiguration<SendAllowance>
{
    public void Configure(EntityTypeBuilder<SendAllowance> builder)
    {
        builder.ToTable("SendAllowances");
        builder.HasKey(a => a.Channel);
        builder.Property(a => a.Channel).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(m => m.Kind).HasMaxLength(Lengths.Code);
        builder.Property(m => m.IdempotencyKey).HasMaxLength(Lengths.Key);
        builder.Property(m => m.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(m => m.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(m => m.IdempotencyKey).IsUnique();
        builder.HasIndex(m => new { m.State, m.ReadyAt, m.Id });
        builder.HasIndex(m => m.CaseId);
        builder.HasIndex(m => new { m.OrderId, m.State, m.ReadyAt, m.Id });
    }

    public void Configure(EntityTypeBuilder<InboundEvent> builder)
    {
        builder.ToTable("InboundEvents");
        builder.Property(e => e.IdempotencyKey).HasMaxLength(Lengths.Key);
        builder.Property(e => e.LeaseOwner).HasMaxLength(Lengths.Code);
        builder.Property(e => e.LastError).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => e.IdempotencyKey).IsUnique();
        builder.HasIndex(e => new { e.State, e.ReadyAt, e.Id });
        builder.HasIndex(e => e.TargetCaseId);
    }

    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.Template).HasMaxLength(Lengths.Name);
        builder.HasIndex(n => new { n.UserId, n.At, n.Id });
    }
}
