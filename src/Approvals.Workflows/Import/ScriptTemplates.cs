namespace Approvals.Workflows;

/// <summary>Takes template strings apart.</summary>
internal static class ScriptTemplates
{
    public static IEnumerable<(string Text, bool IsExpression)> Split(string raw)
    {
        var begin = 0;
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '\\')
            {
                at++;
            }
            else if (raw[at] == '$' && at + 1 < raw.Length && raw[at + 1] == '{')
            {
                yield return (raw[begin..at], false);
                var end = End(raw, at + 2);
                yield return (raw[(at + 2)..end], true);
                at = end;
                begin = Math.Min(end + 1, raw.Length);
            }
        }

        yield return (raw[begin..], false);
    }

    private static int End(string raw, int at)
    {
        for (var depth = 1; at < raw.Length; at++)
        {
            depth += raw[at] == '{' ? 1 : raw[at] == '}' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }
}
