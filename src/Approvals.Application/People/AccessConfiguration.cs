using Approvals.Application.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.People;

internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<RoleAssignment>,
    IEntityTypeConfiguration<SignInAttempt>,
    IEntityTypeConfiguration<SignInSession>,
    IEntityTypeConfiguration<DataProtectionKey>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.Property(a => a.Role).HasMaxLength(Lengths.Code);
        builder.Property(a => a.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(a => a.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(a => a.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(a => a.Reason).HasMaxLength(Lengths.Text);
        builder.Property(a => a.EndReason).HasMaxLength(Lengths.Text);
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId);
        builder.HasIndex(a => new { a.Role, a.RegionCode });
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("SignInAttempts");
        builder.Property(s => s.Address).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Agent).HasMaxLength(Lengths.Name);
        builder.HasIndex(s => new { s.UserId, s.At });
        builder.HasIndex(s => s.At);
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(s => s.Address).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Agent).HasMaxLength(Lengths.Name);
        builder.HasIndex(s => new { s.UserId, s.EndedAt });
        builder.HasIndex(s => s.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(k => k.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("UserClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        // Identity's own lengths make a key longer than the 900 bytes that SQL Server takes.
        builder.ToTable("UserLogins");
        builder.Property(l => l.LoginProvider).HasMaxLength(Lengths.Code);
        builder.Property(l => l.ProviderKey).HasMaxLength(Lengths.Key);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("UserTokens");
        builder.Property(t => t.LoginProvider).HasMaxLength(Lengths.Code);
        builder.Property(t => t.Name).HasMaxLength(Lengths.Key);
    }
}
