using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Database;

/// <summary>Which node does a thing that only one may do, and until when that holds.</summary>
public sealed class Leadership : IVersioned
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public required DateTimeOffset Until { get; set; }

    public int Version { get; set; }
}

internal sealed class LeadershipConfiguration : IEntityTypeConfiguration<Leadership>
{
    public void Configure(EntityTypeBuilder<Leadership> builder)
    {
        builder.ToTable("Leaderships");
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(Lengths.Code);
        builder.Property(l => l.Owner).HasMaxLength(Lengths.Code);
    }
}

/// <summary>Elects one node by a lease in the database.</summary>
public sealed class Election(ApprovalsDbContext context, WriteTransaction transaction, NodeName node, TimeProvider time)
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether this node leads from now on. The lease is renewed when half of it is over, so that leading costs next to nothing.
    /// </summary>
    public async Task<bool> LeadsAsync(string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lease = await context.Leaderships.SingleOrDefaultAsync(l => l.Name == name, cancellationToken);
        if (lease is not null && lease.Owner == node.Value && lease.Until > now + Term / 2)
        {
            return true;
        }

        if (lease is not null && lease.Owner != node.Value && lease.Until > now)
        {
            return false;
        }

        if (lease is null)
        {
            context.Leaderships.Add(new Leadership { Name = name, Owner = node.Value, Until = now + Term });
        }
        else
        {
            lease.Owner = node.Value;
            lease.Until = now + Term;
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed;
    }
}

/// <summary>The name this process goes by in leases.</summary>
public sealed record NodeName(string Value)
{
    /// <summary>A name no other process has.</summary>
    public static NodeName Unique(IIdSource ids) => new($"{Environment.MachineName[..Math.Min(20, Environment.MachineName.Length)]}-{ids.Unordered():N}");
}
