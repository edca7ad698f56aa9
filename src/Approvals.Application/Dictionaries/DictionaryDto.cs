namespace Approvals.Application.Dictionaries;

/// <summary>A dictionary that packages bring.</summary>
/// <param name="Name">Its name, as forms name it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Services">The services whose forms use it.</param>
/// <param name="Entries">How many choices it has, ended ones included.</param>
/// <param name="Kept">How many of them administrators have added, renamed or ended.</param>
public sealed record DictionaryDto(string Name, string Label, IReadOnlyList<string> Services, int Entries, int Kept);

/// <summary>A choice of a dictionary.</summary>
/// <param name="Code">What is stored when it is chosen.</param>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="From">The first day on which it is offered as it is; null where the package alone brings it.</param>
/// <param name="To">The last day on which it is offered; null while it has none.</param>
/// <param name="State">Whether it is offered today.</param>
/// <param name="InPackage">Whether a package brings it.</param>
/// <param name="PackageName">Its name in the package, where it is another.</param>
/// <param name="Etag">The version to send back with a change; null where nothing is kept of it yet.</param>
public sealed record DictionaryEntryDto(
    string Code, string NameZh, string NameEn, DateOnly? From, DateOnly? To, DictionaryEntryState State, bool InPackage, string? PackageName, string? Etag);

/// <summary>Whether a choice is offered.</summary>
public enum DictionaryEntryState
{
    /// <summary>It is offered.</summary>
    Offered,

    /// <summary>Its first day is to come.</summary>
    Coming,

    /// <summary>Its last day has passed.</summary>
    Ended,
}
