using Approvals.Application.Database;

namespace Approvals.Application.Dictionaries;

/// <summary>
/// A choice that administrators keep beside those a package brings: a further one, or another name or an end for one of the package's.
/// </summary>
public sealed class DictionaryEntry : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The dictionary's name, as forms name it.</summary>
    public required string Dictionary { get; init; }

    /// <summary>What is stored when it is chosen.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>The first day on which it is offered.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day on which it is offered; null while it has none.</summary>
    public DateOnly? To { get; set; }

    public int Version { get; set; }
}
