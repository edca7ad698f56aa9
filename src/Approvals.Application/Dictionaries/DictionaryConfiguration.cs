using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Dictionaries;

internal sealed class DictionaryConfiguration : IEntityTypeConfiguration<DictionaryEntry>
{
    public void Configure(EntityTypeBuilder<DictionaryEntry> builder)
    {
        builder.ToTable("DictionaryEntries");
        builder.Property(e => e.Dictionary).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(e => new { e.Dictionary, e.Code }).IsUnique();
    }
}
