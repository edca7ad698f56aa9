using Approvals.Application.Rights;

namespace Approvals.Web.Tests.Rights;

/// <summary>Who is meant to come how far at an address, and what the others hear.</summary>
internal sealed record Rule
{
    private const int Granted = 200;

    /// <summary>403 and 404 together: one taken from it is the other.</summary>
    private const int Refused = 403 + 404;

    /// <summary>Roles that get through at a thing of their own; <see cref="Everyone"/> for all of them.</summary>
    public required IReadOnlyList<string> Own { get; init; }

    /// <summary>Roles that get through at somebody else's thing in their office.</summary>
    public required IReadOnlyList<string> Here { get; init; }

    /// <summary>Roles that get through at somebody else's thing elsewhere.</summary>
    public required IReadOnlyList<string> There { get; init; }

    /// <summary>What the others hear: 403 where they may know that there is such a thing, else 404.</summary>
    public required int Others { get; init; }

    /// <summary>Who hears the other of 403 and 404 at a kind of thing: they see it and may not do this with it, or they do not see even that.</summary>
    public IReadOnlyList<(Whose Whose, string Role)> But { get; init; } = [];

    /// <summary>Whether one need not be signed in.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether anybody gets through at any kind of thing.</summary>
    public bool LetsAnybody => Own.Count + Here.Count + There.Count > 0;

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> Everyone { get; } = Roles.All;

    /// <summary>Open to the world.</summary>
    public static Rule Open { get; } = new() { Own = Everyone, Here = Everyone, There = Everyone, Others = 404, IsOpen = true };

    /// <summary>Anybody who is signed in, about themselves or about nobody.</summary>
    public static Rule SignedIn { get; } = Open with { IsOpen = false };

    /// <summary>Comes after something else, such as the code after the password: refused to everybody who has not done that.</summary>
    public static Rule Nobody { get; } = new() { Own = [], Here = [], There = [], Others = 401, IsOpen = true };

    /// <summary>Whose it is, and nobody else learns that it is there.</summary>
    public static Rule Owner { get; } = new() { Own = Everyone, Here = [], There = [], Others = 404 };

    /// <summary>Some roles, wherever it is; others are told that they may not.</summary>
    public static Rule For(params IReadOnlyList<string> roles) => new() { Own = roles, Here = roles, There = roles, Others = 403 };

    /// <summary>What an asker hears at a thing.</summary>
    public int Of(Asker asker, Whose? whose) =>
        asker.User is null && !IsOpen ? 401
        : asker.User is null ? Others == 401 ? 401 : Granted
        : (whose switch { Whose.Own => Own, Whose.There => There, _ => Here }).Contains(asker.Role) ? Granted
        : But.Contains((whose ?? Whose.Here, asker.Role)) ? Refused - Others
        : Others;

    /// <summary>Whether an answer is what the rule says; why a request that got through was refused for another reason is not its matter.</summary>
    public bool Fits(Asker asker, Cell cell) => Of(asker, cell.Whose) == (cell.IsRefused ? cell.Status : Granted);
}
