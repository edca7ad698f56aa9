using System.Text.Json;

namespace Approvals.Application.Votes;

/// <summary>What a member of a panel may choose.</summary>
public enum BallotChoice
{
    For,
    Against,
    Abstain,
}

/// <summary>A ballot as its payload holds it: a choice and a scoring sheet, no voter, no time.</summary>
public sealed record Ballot(BallotChoice Choice, JsonElement? Sheet)
{
    /// <summary>The form id under which the sheets of a closed round are kept; no package's form can have it.</summary>
    public const string SheetsFormId = "_sheets";

    /// <summary>Where a ballot's payload belongs; it opens nowhere else.</summary>
    internal static string Place(Guid ballot) => $"ballot:{ballot:N}";
}
