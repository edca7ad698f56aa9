using Approvals.Application.SignIn;

namespace Approvals.Application.Administration;

/// <summary>An account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The mail address, or null.</param>
/// <param name="Kind">Applicant or staff.</param>
/// <param name="Locked">Locked after failed sign-ins.</param>
/// <param name="Disabled">Disabled by an administrator.</param>
/// <param name="TwoFactor">Whether a second factor is set up.</param>
/// <param name="LastSignIn">When it last signed in, or null.</param>
/// <param name="Roles">Its assignments.</param>
public sealed record AccountDto(
    string Id,
    string UserName,
    string Name,
    string? Email,
    UserKind Kind,
    bool Locked,
    bool Disabled,
    bool TwoFactor,
    DateTimeOffset? LastSignIn,
    IReadOnlyList<RoleAssignmentDto> Roles);

/// <summary>A role in the catalogue.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it may do.</param>
public sealed record RoleMeaningDto(string Code, string Name, string Meaning);

/// <summary>A region.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">province, city or county.</param>
/// <param name="HasChildren">Whether there are regions below it.</param>
public sealed record RegionDto(string Code, string Name, string Level, bool HasChildren);

/// <summary>An organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Region">Its region's name.</param>
/// <param name="Identifier">Its unified social credit code, or null.</param>
public sealed record OrganisationDto(string Id, string Name, string Kind, string Region, string? Identifier);

/// <summary>A service as the administrators see it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version in force; 0 when the package is broken.</param>
/// <param name="EffectiveFrom">Since when it is in force, or null.</param>
/// <param name="OpenCases">How many cases run.</param>
/// <param name="Problems">What is wrong with the package.</param>
public sealed record AdministeredServiceDto(
    string Code, string Name, int Version, DateOnly? EffectiveFrom, int OpenCases, IReadOnlyList<PackageProblemDto> Problems);

/// <summary>Something wrong with a package.</summary>
/// <param name="File">The file.</param>
/// <param name="Activity">The activity, or null.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record PackageProblemDto(string File, string? Activity, string Reason);
