using Approvals.Application.Paging;

namespace Approvals.Application.Figures;

/// <summary>What a lead's region and services did within some days, and what runs now.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Missing">How many of these days are not counted yet.</param>
/// <param name="Total">Everything together.</param>
/// <param name="Days">Day by day.</param>
/// <param name="Regions">By the regions one level below the one looked at.</param>
/// <param name="Services">By service.</param>
/// <param name="Steps">By step of the authorities.</param>
/// <param name="Around">The region looked at and those around it that the lead may look at, the widest first.</param>
public sealed record DashboardDto(
    DateOnly From,
    DateOnly To,
    int Missing,
    FigureDto Total,
    IReadOnlyList<DayFigureDto> Days,
    IReadOnlyList<PlacedFigureDto> Regions,
    IReadOnlyList<PlacedFigureDto> Services,
    IReadOnlyList<StepFigureDto> Steps,
    IReadOnlyList<OptionDto> Around);

/// <summary>How many cases.</summary>
/// <param name="Submitted">Submitted within the days.</param>
/// <param name="Finished">Finished within them.</param>
/// <param name="Granted">Of these, granted.</param>
/// <param name="Refused">Of these, refused or not accepted.</param>
/// <param name="Late">Of these, after the promised day.</param>
/// <param name="Running">Running now.</param>
/// <param name="Overdue">Of these, past the promised day.</param>
public sealed record FigureDto(int Submitted, int Finished, int Granted, int Refused, int Late, int Running, int Overdue)
{
    /// <summary>Of the finished ones, those with a promised limit whose clock ran; those of them that are not late kept it.</summary>
    public int Limited { get; init; }

    /// <summary>The working days of these that counted towards the limit, together.</summary>
    public int UsedDays { get; init; }

    /// <summary>The working days by which late ones went beyond it, together.</summary>
    public int LateDays { get; init; }

    /// <summary>How many working days one of them used, on average; null where there is none.</summary>
    public decimal? AverageDays => Limited == 0 ? null : Math.Round((decimal)UsedDays / Limited, 1);
}

/// <summary>One day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Submitted">Submitted on it.</param>
/// <param name="Finished">Finished on it.</param>
public sealed record DayFigureDto(DateOnly Day, int Submitted, int Finished);

/// <summary>The figures of a region or a service.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figure">Its figures.</param>
public sealed record PlacedFigureDto(string Code, string Name, FigureDto Figure);

/// <summary>A step of the authorities.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="ServiceName">Its name.</param>
/// <param name="Activity">The activity's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Done">How many tasks were done within the days.</param>
/// <param name="AverageDays">How many working days one took, on average; null where none was done.</param>
/// <param name="Late">How many were done after their last day.</param>
/// <param name="Open">How many are open now.</param>
/// <param name="Overdue">Of these, past their last day.</param>
public sealed record StepFigureDto(
    string Service, string ServiceName, string Activity, string Name, int Done, decimal? AverageDays, int Late, int Open, int Overdue)
{
    /// <summary>Of the tasks done, those with a limit; those of them that are not late kept it.</summary>
    public int Limited { get; init; }

    /// <summary>The working days by which late ones went beyond it, together.</summary>
    public int LateDays { get; init; }
}
