using System.Collections.Immutable;
using System.Text.Json;

namespace Approvals.Application.Migration;

/// <summary>What an author plans for the cases under way: kept with the version from its submission on, carried out once it is in force.</summary>
/// <param name="From">The version they follow.</param>
/// <param name="Activities">Places that the author named: new id by old.</param>
/// <param name="Open">How many were under way when it was submitted.</param>
/// <param name="Tried">How many of them were tried then.</param>
/// <param name="Possible">How many of those could be migrated.</param>
public sealed record MovingPlan(Guid From, ImmutableSortedDictionary<string, string> Activities, int Open, int Tried, int Possible)
{
    /// <summary>The plan as a version keeps it.</summary>
    internal static MovingPlan? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize<MovingPlan>(kept, JsonSerializerOptions.Web);

    /// <summary>What a version keeps.</summary>
    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>What shall become of the cases under way, for those who read versions.</summary>
/// <param name="From">The version they follow.</param>
/// <param name="FromNumber">Its number.</param>
/// <param name="Activities">Places that the author named: the new step's id by the old one's.</param>
/// <param name="Open">How many were under way when it was submitted.</param>
/// <param name="Tried">How many of them were tried then.</param>
/// <param name="Possible">How many of those could be migrated.</param>
/// <param name="Begun">Whether a batch has been begun.</param>
public sealed record MovingPlanDto(Guid From, int FromNumber, IReadOnlyDictionary<string, string> Activities, int Open, int Tried, int Possible, bool Begun);
