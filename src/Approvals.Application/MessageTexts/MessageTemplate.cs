using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.MessageTexts;

/// <summary>One version of a message that reminders are written by, in both languages. Versions are added, never changed; the latest counts.</summary>
public sealed class MessageTemplate
{
    public required string Name { get; init; }

    /// <summary>1, 2, 3, …; unique with the name, so that of two who change it at once one is told.</summary>
    public required int Number { get; init; }

    public required string SubjectZh { get; init; }

    public required string SubjectEn { get; init; }

    /// <summary>Markdown with <c>{{ FEEL }}</c>.</summary>
    public required string BodyZh { get; init; }

    public required string BodyEn { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; null for what the product came with.</summary>
    public Guid? ByUserId { get; init; }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.ToTable("MessageTemplates");
        builder.HasKey(t => new { t.Name, t.Number });
        builder.Property(t => t.Name).HasMaxLength(Lengths.Code);
        builder.Property(t => t.SubjectZh).HasMaxLength(Lengths.Text);
        builder.Property(t => t.SubjectEn).HasMaxLength(Lengths.Text);
    }
}
