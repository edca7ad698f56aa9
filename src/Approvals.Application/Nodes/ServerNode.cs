using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Nodes;

/// <summary>A process of the product, as it tells of itself every few seconds.</summary>
public sealed class ServerNode
{
    /// <summary>A node that was silent for longer is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public required string Name { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The product's version.</summary>
    public required string Release { get; init; }

    /// <summary>Whether it works off pumps and jobs.</summary>
    public required bool Works { get; init; }

    /// <summary>Steps of cases in its last minute.</summary>
    public int Steps { get; set; }

    /// <summary>What 95 of 100 of them took at most, in milliseconds.</summary>
    public int StepMilliseconds { get; set; }
}

internal sealed class ServerNodeConfiguration : IEntityTypeConfiguration<ServerNode>
{
    public void Configure(EntityTypeBuilder<ServerNode> builder)
    {
        builder.ToTable("ServerNodes");
        builder.HasKey(n => n.Name);
        builder.Property(n => n.Name).HasMaxLength(Lengths.Code);
        builder.Property(n => n.Release).HasMaxLength(Lengths.Code);
    }
}
