namespace Approvals.Domain.Studio;

/// <summary>Whether changes meet: one touches what the other touches, so that neither may go over the other in silence.</summary>
public static class DraftTargets
{
    /// <summary>Whether any target of one change meets any of another.</summary>
    public static bool Meet(IReadOnlyCollection<string> some, IReadOnlyCollection<string> others) => some.Any(one => others.Any(other => Meet(one, other)));

    /// <summary>
    /// Whether two targets meet: the same file, and one's address begins the other's. A place counted from 0 is not sure to be what it was
    /// once elements were added to its list, taken out or moved, so it meets those as well.
    /// </summary>
    public static bool Meet(string one, string other)
    {
        var (oneFile, oneSteps) = Split(one);
        var (otherFile, otherSteps) = Split(other);
        if (oneFile != otherFile)
        {
            return false;
        }

        for (var i = 0; i < oneSteps.Length && i < otherSteps.Length; i++)
        {
            if (Apart(oneSteps, otherSteps, i) is { } apart)
            {
                return !apart;
            }
        }

        return true;
    }

    /// <summary>Whether two steps at a place lead apart; null when they lead, or may lead, to the same thing.</summary>
    private static bool? Apart(string[] some, string[] others, int place)
    {
        var (one, other) = (some[place], others[place]);
        if (one == other)
        {
            return null;
        }

        var (counted, otherCounted) = (IsCounted(one), IsCounted(other));
        if (!counted && !otherCounted)
        {
            return true;
        }

        if (IsAdded(one) || IsAdded(other))
        {
            return false;
        }

        var ends = some.Length == place + 1 || others.Length == place + 1;
        return counted && otherCounted ? !ends : IsSelector(one) || IsSelector(other) ? null : true;
    }

    /// <summary>The file of a target, and the steps of its address.</summary>
    internal static (string File, string[] Steps) Split(string target)
    {
        var mark = target.IndexOf('#', StringComparison.Ordinal);
        return mark < 0
            ? (target, [])
            : (target[..mark], target[(mark + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a step is a place counted from 0.</summary>
    internal static bool IsCounted(string step) => step.All(char.IsAsciiDigit);

    private static bool IsAdded(string step) => step[0] == '+';

    private static bool IsSelector(string step) => step is ['[', .., ']'];
}
