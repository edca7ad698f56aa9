using Approvals.Application.Paging;
using Approvals.Domain.Studio.Catalogue;

namespace Approvals.Application.Studio.Catalogue;

/// <summary>A setting, as a form for it is drawn.</summary>
/// <param name="Name">Property names from its owner, parted by <c>/</c>.</param>
/// <param name="Kind">How it is entered.</param>
/// <param name="Label">Its label.</param>
/// <param name="Help">One sentence about it.</param>
/// <param name="Required">Whether the file is not valid without it.</param>
/// <param name="Options">The values to choose from.</param>
/// <param name="Source">What a reference chooses from, or null.</param>
/// <param name="Settings">Settings of a record or of each record of a list.</param>
/// <param name="Identity">The property that tells the records of a list apart, or null.</param>
/// <param name="Least">The least number, or null.</param>
/// <param name="Most">The greatest number, or null.</param>
/// <param name="Group">The group it stands in, or null.</param>
public sealed record SettingDto(
    string Name, SettingKind Kind, string Label, string Help, bool Required, IReadOnlyList<OptionDto> Options, SettingSource? Source,
    IReadOnlyList<SettingDto> Settings, string? Identity, decimal? Least, decimal? Most, string? Group);

/// <summary>Settings that are shown together.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Help">One sentence about it.</param>
/// <param name="Settings">Its settings in order.</param>
public sealed record SettingSectionDto(string Name, string Label, string Help, IReadOnlyList<SettingDto> Settings);

/// <summary>The settings of a service and of the dictionaries of its package.</summary>
/// <param name="Sections">The sections of service.json.</param>
/// <param name="Dictionary">The settings of a dictionary.</param>
public sealed record ServiceCatalogueDto(IReadOnlyList<SettingSectionDto> Sections, IReadOnlyList<SettingDto> Dictionary);

/// <summary>A kind of component.</summary>
/// <param name="Name">As form files write it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Sections">Its settings by group.</param>
public sealed record ComponentKindDto(string Name, string Label, IReadOnlyList<SettingSectionDto> Sections);

/// <summary>The settings of forms.</summary>
/// <param name="Form">Those of the form itself.</param>
/// <param name="Kinds">The kinds of component in the order of the palette.</param>
public sealed record FormCatalogueDto(IReadOnlyList<SettingDto> Form, IReadOnlyList<ComponentKindDto> Kinds);
