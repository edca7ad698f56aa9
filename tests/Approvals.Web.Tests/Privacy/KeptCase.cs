namespace Approvals.Web.Tests.Privacy;

/// <summary>A case with answers that name their readers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Ids">Whatever hangs on it and can stand in an address, the case first.</param>
/// <param name="Token">What proves its letter.</param>
/// <param name="Day">The day it was filed.</param>
internal sealed record KeptCase(string Number, IReadOnlyList<string> Ids, string Token, DateOnly Day)
{
    public const string Service = "medical-booking";

    /// <summary>How the answers begin, and a part of the word in them: what a search must not find. None is the word itself, so that it stands in no log.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["科室", "病情", ListeningProduct.Word[..^3]];

    /// <summary>The fields of these answers.</summary>
    public static IReadOnlyList<string> SecretFields { get; } = ["departmentOther", "symptoms"];
}
