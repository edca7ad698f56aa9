using System.Text.RegularExpressions;

namespace Approvals.Domain.Forms;

/// <summary>Paths of values: keys joined by dots, rows counted from 0 in brackets.</summary>
public static partial class FieldPath
{
    /// <summary>The path of a key inside another.</summary>
    public static string Join(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    /// <summary>The path of a row.</summary>
    public static string Row(string list, int index) => $"{list}[{index}]";

    /// <summary>The path of the field, whatever the row.</summary>
    public static string WithoutRows(string path) => RowNumber().Replace(path, "[]");

    /// <summary>Whether a path names a value or something around it: <c>achievements</c> covers <c>achievements[0].date</c>.</summary>
    public static bool Covers(string around, string path) => Starts(around, path) || Starts(around, WithoutRows(path));

    private static bool Starts(string around, string path) =>
        path.StartsWith(around, StringComparison.Ordinal) && (path.Length == around.Length || path[around.Length] is '.' or '[');

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex RowNumber();
}
