using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.SavedViews;

/// <summary>Filters, order and columns of a list under a name, for one person.</summary>
public sealed class SavedView
{
    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The page's query, such as <c>tab=todo&amp;due=red</c>; read by the page alone.</summary>
    public required string Query { get; set; }

    /// <summary>The columns shown, blank-separated, in their order; empty for all.</summary>
    public required string Columns { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.HasKey(v => new { v.UserId, v.Name });
        builder.HasIndex(v => v.Id).IsUnique();
        builder.Property(v => v.Name).HasMaxLength(KeepViews.LongestName);
        builder.Property(v => v.Query).HasMaxLength(KeepViews.LongestQuery);
        builder.Property(v => v.Columns).HasMaxLength(Lengths.Name);
    }
}
