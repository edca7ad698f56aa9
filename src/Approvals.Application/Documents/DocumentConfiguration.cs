using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(d => d.DocumentType).HasMaxLength(Lengths.Code);
        builder.Property(d => d.ContentType).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Address).HasMaxLength(Lengths.Code);
        builder.Property(d => d.ContentHash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(d => d.DraftId);
        builder.HasIndex(d => d.CaseId);
        builder.HasIndex(d => d.Address);
        builder.HasIndex(d => d.ContentHash);
    }
}
