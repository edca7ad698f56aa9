using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Documents;

/// <summary>What whoever works on a case said of a document: it will do, or why not. The last word counts.</summary>
public sealed class DocumentTick
{
    public required Guid DocumentId { get; init; }

    public required Guid CaseId { get; init; }

    public required bool IsOk { get; set; }

    public string? Reason { get; set; }

    public required Guid ByUserId { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class DocumentTickConfiguration : IEntityTypeConfiguration<DocumentTick>
{
    public void Configure(EntityTypeBuilder<DocumentTick> builder)
    {
        builder.ToTable("DocumentTicks");
        builder.HasKey(t => t.DocumentId);
        builder.HasOne<Document>().WithOne().HasForeignKey<DocumentTick>(t => t.DocumentId);
        builder.Property(t => t.Reason).HasMaxLength(Lengths.Name);
        builder.HasIndex(t => t.CaseId);
    }
}
