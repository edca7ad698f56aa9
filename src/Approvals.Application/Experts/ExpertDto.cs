namespace Approvals.Application.Experts;

/// <summary>An expert of the pool as its keepers see one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="User">The account's user name.</param>
/// <param name="Name">The name.</param>
/// <param name="Fields">The fields the expert judges in.</param>
/// <param name="Region">The code of the region whose office keeps the entry.</param>
/// <param name="RegionName">Its name.</param>
/// <param name="EmployerUscc">The employer's unified social credit code, or null.</param>
/// <param name="EmployerName">The employer's name, or null.</param>
/// <param name="Away">The days away from today on.</param>
/// <param name="IsAway">Whether the expert is away today.</param>
/// <param name="CoAuthors">Whom the expert does not judge as a co-author.</param>
/// <param name="ClosedAt">Since when the expert is not drawn any more, or null.</param>
/// <param name="MayChange">Whether the reader keeps this entry.</param>
/// <param name="Etag">Its version, for a change.</param>
public sealed record ExpertDto(
    string Id, string User, string Name, IReadOnlyList<ExpertFieldDto> Fields, string Region, string RegionName, string? EmployerUscc, string? EmployerName,
    IReadOnlyList<DaysAwayDto> Away, bool IsAway, IReadOnlyList<CoAuthorDto> CoAuthors, DateTimeOffset? ClosedAt, bool MayChange, string Etag);

/// <summary>A field of experts.</summary>
/// <param name="Code">Its code, as packages name it.</param>
/// <param name="Name">Its name; the code where no package in force names it.</param>
public sealed record ExpertFieldDto(string Code, string Name);

/// <summary>Days away.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record DaysAwayDto(DateOnly From, DateOnly To);

/// <summary>What the pool says of the expert who asks.</summary>
/// <param name="Fields">The fields the expert judges in.</param>
/// <param name="RegionName">The region whose office keeps the entry; null where the expert is not in the pool.</param>
/// <param name="EmployerName">The employer's name, or null.</param>
/// <param name="Away">The days away from today on.</param>
/// <param name="ClosedAt">Since when the expert is not drawn any more, or null.</param>
/// <param name="Etag">Its version, for a change; null where the expert is not in the pool.</param>
public sealed record OwnEntryDto(
    IReadOnlyList<ExpertFieldDto> Fields, string? RegionName, string? EmployerName, IReadOnlyList<DaysAwayDto> Away, DateTimeOffset? ClosedAt, string? Etag);

/// <summary>A co-author.</summary>
/// <param name="Id">Its id, to keep it in a change.</param>
/// <param name="Name">The name.</param>
/// <param name="Number">The identity number, masked, or null.</param>
public sealed record CoAuthorDto(string Id, string Name, string? Number);

/// <summary>An account that could join the pool.</summary>
/// <param name="User">The user name.</param>
/// <param name="Name">The name.</param>
/// <param name="RegionName">The region of the role.</param>
public sealed record PoolCandidateDto(string User, string Name, string RegionName);

/// <summary>What an entry of the pool can be chosen from.</summary>
/// <param name="Fields">The fields that packages in force name.</param>
/// <param name="Regions">The regions whose entries the reader keeps, the widest first; codes and names.</param>
public sealed record PoolChoicesDto(IReadOnlyList<ExpertFieldDto> Fields, IReadOnlyList<ExpertFieldDto> Regions);
