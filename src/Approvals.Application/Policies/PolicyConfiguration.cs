using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Policies;

internal sealed class PolicyConfiguration :
    IEntityTypeConfiguration<ServiceVersion>,
    IEntityTypeConfiguration<PackageFile>,
    IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<ServiceVersion> builder)
    {
        builder.ToTable("ServiceVersions");
        builder.Property(v => v.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(v => v.NumberCode).HasMaxLength(Lengths.Enumeration);
        builder.Property(v => v.Hash).HasMaxLength(Lengths.Code);
        builder.Property(v => v.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(v => new { v.ServiceCode, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PackageFile> builder)
    {
        builder.ToTable("PackageFiles");
        builder.HasKey(f => new { f.ServiceVersionId, f.Path });
        builder.HasOne<ServiceVersion>().WithMany().HasForeignKey(f => f.ServiceVersionId);
        builder.Property(f => f.Path).HasMaxLength(Lengths.Key);
        builder.Property(f => f.Hash).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        builder.HasKey(s => new { s.Key, s.ValidFrom });
        builder.Property(s => s.Key).HasMaxLength(Lengths.Key);
    }
}
