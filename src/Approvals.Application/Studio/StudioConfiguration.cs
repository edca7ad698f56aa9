using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Studio;

internal sealed class StudioConfiguration :
    IEntityTypeConfiguration<DraftEdit>,
    IEntityTypeConfiguration<DraftEditFile>,
    IEntityTypeConfiguration<DraftContent>,
    IEntityTypeConfiguration<DraftEditor>
{
    public void Configure(EntityTypeBuilder<DraftEdit> builder)
    {
        builder.ToTable("DraftEdits");
        builder.HasKey(e => new { e.ServiceVersionId, e.Revision });
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(e => e.ServiceVersionId);
        builder.Property(e => e.IdempotencyKey).HasMaxLength(Lengths.Key);
        builder.HasIndex(e => new { e.ServiceVersionId, e.IdempotencyKey }).IsUnique();
        builder.Ignore(e => e.Stands);
    }

    public void Configure(EntityTypeBuilder<DraftEditFile> builder)
    {
        builder.ToTable("DraftEditFiles");
        builder.HasKey(f => new { f.ServiceVersionId, f.Revision, f.Path });
        builder.HasOne<DraftEdit>().WithMany().HasForeignKey(f => new { f.ServiceVersionId, f.Revision });
        builder.Property(f => f.Path).HasMaxLength(Lengths.Key);
        builder.Property(f => f.Before).HasMaxLength(Lengths.Code);
        builder.Property(f => f.After).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<DraftContent> builder)
    {
        builder.ToTable("DraftContents");
        builder.HasKey(c => new { c.ServiceVersionId, c.Hash });
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(c => c.ServiceVersionId);
        builder.Property(c => c.Hash).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<DraftEditor> builder)
    {
        builder.ToTable("DraftEditors");
        builder.HasKey(e => new { e.ServiceVersionId, e.UserId });
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(e => e.ServiceVersionId);
        builder.Property(e => e.Place).HasMaxLength(Lengths.Key);
    }
}
