using Approvals.Application.Database;

namespace Approvals.Application.Experts;

/// <summary>Somebody who can be drawn for a panel. Closed, never deleted: draws refer to it.</summary>
public sealed class Expert : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The account; it is in the pool once.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The region whose office keeps this entry; it is drawn for cases of that region and below.</summary>
    public required string RegionCode { get; set; }

    public required string RegionPath { get; set; }

    /// <summary>Unified social credit code of the expert's employer.</summary>
    public string? EmployerUscc { get; set; }

    public string? EmployerName { get; set; }

    /// <summary>The key of the list of co-authors.</summary>
    public required Guid KeyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public List<ExpertField> Fields { get; init; } = [];

    public List<ExpertAbsence> Absences { get; init; } = [];

    public List<ExpertCoAuthor> CoAuthors { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>A field an expert judges in.</summary>
public sealed class ExpertField
{
    public required Guid ExpertId { get; init; }

    /// <summary>Code of the field, as packages name it.</summary>
    public required string Code { get; init; }
}

/// <summary>Days on which an expert is away and is not drawn.</summary>
public sealed class ExpertAbsence
{
    public required Guid Id { get; init; }

    public required Guid ExpertId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>Somebody an expert has published or worked with and therefore does not judge. The name lies encrypted; cases are compared with the hashes.</summary>
public sealed class ExpertCoAuthor
{
    public required Guid Id { get; init; }

    public required Guid ExpertId { get; init; }

    /// <summary><see cref="CoAuthorDetails"/>, encrypted under the expert's key.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Keyed hash of the name, blanks and case apart.</summary>
    public required byte[] NameHash { get; init; }

    /// <summary>Keyed hash of the identity number; null where only the name is known.</summary>
    public byte[]? NumberHash { get; init; }
}

/// <summary>What is known of a co-author; stored encrypted only.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaskedNumber">The identity number, masked; null where it is not known.</param>
public sealed record CoAuthorDetails(string Name, string? MaskedNumber);
