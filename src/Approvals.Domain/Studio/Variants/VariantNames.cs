using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Studio.Variants;

/// <summary>A name that a file gives to a part of it, such as a step's id or a field's key; empty for the file itself.</summary>
internal sealed record VariantName(string File, string Name);

/// <summary>The names by which changes speak of what other changes brought in. They are read as text: files may be broken.</summary>
internal static partial class VariantNames
{
    /// <summary>The names that a change brought in.</summary>
    internal static HashSet<VariantName> Added(DraftFiles before, DraftFiles after) =>
        [.. DraftFileChange.Between(before, after).SelectMany(change => Added(change).Select(name => new VariantName(change.Path, name)))];

    /// <summary>The name among some that a change rests on; null when it rests on none.</summary>
    internal static string? Resting(CommandText text, ImmutableArray<string> targets, HashSet<VariantName> names)
    {
        if (names.Count == 0)
        {
            return null;
        }

        var value = text.Value?.GetRawText() ?? "";
        return targets.Select(target => Named(target, names)).FirstOrDefault(name => name is not null)
            ?? names.FirstOrDefault(n => n.File == text.File && n.Name.Length > 0 && (text.To == n.Name || value.Contains($"\"{n.Name}\"", StringComparison.Ordinal)))?.Name;
    }

    private static IEnumerable<string> Added(DraftFileChange change)
    {
        var names = In(change.After).Except(In(change.Before), StringComparer.Ordinal);
        return change.Before is null ? names.Append("") : names;
    }

    private static string? Named(string target, HashSet<VariantName> names)
    {
        var (file, steps) = DraftTargets.Split(target);
        return names.Contains(new VariantName(file, ""))
            ? file
            : steps.Select(Bare).FirstOrDefault(step => names.Contains(new VariantName(file, step)));
    }

    private static string Bare(string step) => JsonAddress.Unescaped(
        step is ['[', .., ']'] && step.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? step[(equals + 1)..^1] : step);

    private static IEnumerable<string> In(ReadOnlyMemory<byte>? content) => content is { } known
        ? Name().Matches(Encoding.UTF8.GetString(known.Span)).Select(m => m.Groups["name"].Value)
        : [];

    [GeneratedRegex("""(?:"(?:id|key|code)"\s*:\s*|\sid=)"(?<name>[^"]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
