using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Approvals.Application.Figures;

/// <summary>How many cases of a region and a service came and went on a day.</summary>
public sealed class DayFigure
{
    public required DateOnly Day { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required string ServiceCode { get; init; }

    public int Submitted { get; set; }

    public int Finished { get; set; }

    public int Granted { get; set; }

    /// <summary>Refused and not accepted.</summary>
    public int Refused { get; set; }

    /// <summary>Finished after the promised day.</summary>
    public int Late { get; set; }

    /// <summary>Finished with a promised limit whose clock ran.</summary>
    public int Limited { get; set; }

    /// <summary>The working days of these that counted towards it, together.</summary>
    public int UsedDays { get; set; }

    /// <summary>The working days by which late ones went beyond it, together.</summary>
    public int LateDays { get; set; }
}

/// <summary>How long the tasks of a step took that were done on a day.</summary>
public sealed class StepFigure
{
    public required DateOnly Day { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required string ServiceCode { get; init; }

    public required string ActivityId { get; init; }

    public int Done { get; set; }

    /// <summary>The working days of all of them together.</summary>
    public int WorkingDays { get; set; }

    /// <summary>Done after their last day.</summary>
    public int Late { get; set; }

    /// <summary>Done with a limit of their own.</summary>
    public int Limited { get; set; }

    /// <summary>The working days by which late ones went beyond it, together.</summary>
    public int LateDays { get; set; }
}

/// <summary>A day that is over and whose figures are kept.</summary>
public sealed class FiguredDay
{
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<DayFigure>, IEntityTypeConfiguration<StepFigure>, IEntityTypeConfiguration<FiguredDay>
{
    public void Configure(EntityTypeBuilder<DayFigure> builder)
    {
        builder.ToTable("DayFigures");
        builder.HasKey(f => new { f.Day, f.RegionCode, f.ServiceCode });
        builder.Property(f => f.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(f => f.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(f => f.ServiceCode).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<StepFigure> builder)
    {
        builder.ToTable("StepFigures");
        builder.HasKey(f => new { f.Day, f.RegionCode, f.ServiceCode, f.ActivityId });
        builder.Property(f => f.RegionCode).HasMaxLength(Lengths.Region);
        builder.Property(f => f.RegionPath).HasMaxLength(Lengths.RegionPath);
        builder.Property(f => f.ServiceCode).HasMaxLength(Lengths.Code);
        builder.Property(f => f.ActivityId).HasMaxLength(Lengths.Code);
    }

    public void Configure(EntityTypeBuilder<FiguredDay> builder)
    {
        builder.ToTable("FiguredDays");
        builder.HasKey(d => d.Day);
    }
}
