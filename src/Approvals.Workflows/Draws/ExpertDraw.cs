using System.Security.Cryptography;
using System.Text;

namespace Approvals.Workflows;

/// <summary>
/// A random draw that anybody can repeat: who may be drawn is put in the order of the SHA-256 hash (as hexadecimal digits) of
/// <c>seed:user</c>, and the first so many are drawn. The same pool and the same seed give the same people, in whatever order the pool
/// was read; with a seed that nobody chose, everybody has the same chance.
/// </summary>
public static class ExpertDraw
{
    /// <summary>Draws.</summary>
    /// <param name="pool">The pool as it stood, with what keeps each one out.</param>
    /// <param name="seed">The recorded seed.</param>
    /// <param name="seats">How many are wanted.</param>
    /// <returns>Everybody in the pool: who may be drawn first, in the order of the draw; then who may not, by user.</returns>
    public static ImmutableArray<DrawPlace> Of(IEnumerable<PoolMember> pool, string seed, int seats)
    {
        var members = pool.DistinctBy(m => m.User, StringComparer.Ordinal).ToList();
        var order = members.Where(m => m.Reasons.IsEmpty).OrderBy(m => Mark(seed, m.User), StringComparer.Ordinal).ToList();
        return
        [
            .. order.Select((m, i) => new DrawPlace(m.User, []) { Order = i + 1, IsDrawn = i < seats }),
            .. members.Where(m => !m.Reasons.IsEmpty).OrderBy(m => m.User, StringComparer.Ordinal).Select(m => new DrawPlace(m.User, m.Reasons)),
        ];
    }

    /// <summary>What a user is ordered by in the draw of a seed: a hash, as hexadecimal digits.</summary>
    /// <param name="seed">The recorded seed.</param>
    /// <param name="user">The user's id.</param>
    public static string Mark(string seed, string user) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{user}")));
}

/// <summary>An expert of a pool.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Reasons">Why the expert may not be drawn, in the words of <see cref="DrawReasons"/>; empty when nothing stands against it.</param>
public sealed record PoolMember(string User, ImmutableArray<string> Reasons)
{
    /// <summary>Why the expert may not be drawn; empty when nothing stands against it.</summary>
    public ImmutableArray<string> Reasons { get => field.IsDefault ? [] : field; init; } = Reasons;
}

/// <summary>What a draw made of an expert.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Reasons">Why the expert could not be drawn; empty for those among whom was drawn.</param>
public sealed record DrawPlace(string User, ImmutableArray<string> Reasons)
{
    /// <summary>Why the expert could not be drawn; empty for those among whom was drawn.</summary>
    public ImmutableArray<string> Reasons { get => field.IsDefault ? [] : field; init; } = Reasons;

    /// <summary>The place in the order of the draw, from 1; 0 for who could not be drawn.</summary>
    public int Order { get; init; }

    /// <summary>Whether the expert was drawn.</summary>
    public bool IsDrawn { get; init; }
}

/// <summary>Why an expert may not be drawn.</summary>
public static class DrawReasons
{
    /// <summary>It is the expert's own case.</summary>
    public const string Applicant = "applicant";

    /// <summary>The expert is away.</summary>
    public const string Away = "away";

    /// <summary>The expert has the applicant's employer.</summary>
    public const string SameEmployer = "sameEmployer";

    /// <summary>The expert is a registered relative of the applicant.</summary>
    public const string Relative = "relative";

    /// <summary>The applicant is on the expert's list of co-authors.</summary>
    public const string CoAuthor = "coAuthor";

    /// <summary>The expert acted on the case.</summary>
    public const string Acted = "acted";

    /// <summary>The expert has been asked already and takes part, or has not answered yet.</summary>
    public const string Seated = "seated";

    /// <summary>The expert was drawn before and stepped aside.</summary>
    public const string SteppedAside = "steppedAside";

    /// <summary>The expert was drawn before and did not answer.</summary>
    public const string NoAnswer = "noAnswer";

    /// <summary>All of them, in the order in which they are told.</summary>
    public static ImmutableArray<string> All { get; } = [Applicant, Relative, SameEmployer, CoAuthor, Acted, Away, Seated, SteppedAside, NoAnswer];
}
