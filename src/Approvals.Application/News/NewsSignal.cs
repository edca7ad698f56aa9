using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.News;

/// <summary>That something changed in a user's news: no more than that, so that every node can tell the pages it serves. Rows live for an hour.</summary>
public sealed class NewsSignal
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class NewsSignalConfiguration : IEntityTypeConfiguration<NewsSignal>
{
    public void Configure(EntityTypeBuilder<NewsSignal> builder)
    {
        builder.ToTable("NewsSignals");
        builder.HasIndex(s => new { s.At, s.Id });
    }
}
