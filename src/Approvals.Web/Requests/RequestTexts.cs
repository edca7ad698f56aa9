using System.Text.Json;
using Approvals.Web.Problems;

namespace Approvals.Web.Requests;

/// <summary>
/// Texts that are none: a NUL, which not every database stores, and half of a surrogate pair, which no encoding writes. They are
/// refused at the door, the same on every database, and so is a query too long for anything one could look for.
/// </summary>
internal static class RequestTexts
{
    private const char Nul = '\0';
    private const int LongestQuery = 500;

    public static void UseTextChecks(this WebApplication app) => app.Use((http, next) =>
        http.Request.Path.StartsWithSegments("/api") && http.Request.Query.SelectMany(q => q.Value).Any(v => v is not null && (v.Length > LongestQuery || v.Contains(Nul)))
            ? new ErrorResult(Failures.Malformed).ExecuteAsync(http)
            : next(http));

    /// <summary>The texts in a value that holds several.</summary>
    internal static IEnumerable<string> Items(object value) => value switch
    {
        IEnumerable<string> items => items,
        IReadOnlyDictionary<string, string> map => map.Keys.Concat(map.Values),
        _ => [],
    };

    /// <summary>What is wrong with the texts of a member; an answer is named by its own key.</summary>
    internal static IEnumerable<FieldError> Unreadable(string path, object? value) => value switch
    {
        string text when !IsText(text) => [Wrong(path)],
        IReadOnlyDictionary<string, JsonElement> answers => answers.Where(a => !IsText(a.Key) || !IsText(a.Value)).Select(a => Wrong(a.Key.Replace($"{Nul}", "", StringComparison.Ordinal))),
        not null and not string when Items(value).Any(t => !IsText(t)) => [Wrong(path)],
        _ => [],
    };

    private static FieldError Wrong(string path) => new(path, "request.characters");

    private static bool IsText(string? text) => text?.Contains(Nul) != true;

    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsReadable(value),
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsText(member.Name) && IsText(member.Value)),
        _ => true,
    };

    /// <summary>A lone surrogate is refused by the reader itself, with this exception.</summary>
    private static bool IsReadable(JsonElement value)
    {
        try
        {
            return IsText(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
