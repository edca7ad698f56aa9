using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Application.Paging;

/// <summary>Where a page of a list ended: the sort key of its last row, opaque to the caller.</summary>
public static class Cursor
{
    /// <summary>A key that lacks a part, or has one too many, is of another list.</summary>
    private static readonly JsonSerializerOptions Strictly = new()
    {
        RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The error of a cursor that is none of ours.</summary>
    public static Error Wrong { get; } = new("paging.cursor");

    /// <summary>A cursor of a sort key.</summary>
    public static string Write<T>(T key) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(key)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The sort key of a cursor; null at the beginning.</summary>
    public static Result<T?> Read<T>(string? cursor)
        where T : class
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return Result<T?>.Success(null);
        }

        try
        {
            var text = cursor.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(text.PadRight(text.Length + (4 - text.Length % 4) % 4, '='));
            return JsonSerializer.Deserialize<T>(Encoding.UTF8.GetString(bytes), Strictly) is { } key ? Result<T?>.Success(key) : Wrong;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return Wrong;
        }
    }

    /// <summary>Cuts a page from one row more than it holds.</summary>
    public static Page<TItem> Cut<TRow, TItem, TKey>(IReadOnlyList<TRow> rows, int size, Func<TRow, TItem> item, Func<TRow, TKey> key) =>
        new([.. rows.Take(size).Select(item)], rows.Count > size ? Write(key(rows[size - 1])) : null);
}
