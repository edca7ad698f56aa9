using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Domain.Studio.Variants;

/// <summary><c>variant.json</c> as it is written; it may come from anywhere, in an archive.</summary>
internal static class VariantFile
{
    /// <summary>Deeper than a change may be nested that arrives, so that each can be kept.</summary>
    private const int MostDepth = 128;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", MaxDepth = MostDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static Result<Variant> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(content.Span, Options) is { } written && Told(written) is { } variant ? variant : Unreadable("base");
        }
        catch (JsonException exception)
        {
            return Unreadable(exception.Message);
        }
    }

    internal static byte[] Bytes(Variant variant)
    {
        var written = new Written(
            new WrittenBase(variant.Service, variant.Number), variant.Region, [.. variant.Changes.Select(c => Change(c.Id, c.Command))],
            variant.SetAside.IsEmpty ? null : [.. variant.SetAside.Select(s => new WrittenSetAside(s.Id, [.. s.What], s.Why, Change(null, s.Command)))]);
        return [.. JsonSerializer.SerializeToUtf8Bytes(written, Options), (byte)'\n'];
    }

    private static Variant? Told(Written written)
    {
        var (changes, aside) = (written.Commands ?? [], written.SetAside ?? []);
        var isWhole = written.Base is { Service.Length: > 0, Number: > 0 } && changes.Count <= Variant.MostChanges && aside.Count <= Variant.MostChanges
            && changes.TrueForAll(c => c is { Id.Length: > 0, Kind: not null, File: not null })
            && aside.TrueForAll(s => s is { Id.Length: > 0, Why: not null, Command: { Kind: not null, File: not null } });
        return !isWhole ? null : new Variant
        {
            Service = written.Base!.Service!, Number = written.Base.Number, Region = written.Region ?? "",
            Changes = [.. changes.Select(c => new VariantChange(c.Id!, Command(c)))],
            SetAside = [.. aside.Select(s => new SetAsideChange(s.Id!, Command(s.Command!), [.. (s.What ?? []).OfType<LocalText>()], s.Why!))],
        };
    }

    private static CommandText Command(WrittenChange change) => new(change.Kind!, change.File!, change.At, change.To, change.Index, change.Value);

    private static WrittenChange Change(string? id, CommandText text) => new(id, text.Kind, text.File, text.At, text.To, text.Index, text.Value);

    private static Error Unreadable(string reason) => new Error("studio.variant.unreadable").With("reason", reason);

    private sealed record Written(WrittenBase? Base, string? Region, List<WrittenChange>? Commands, List<WrittenSetAside>? SetAside);

    private sealed record WrittenBase(string? Service, int Number);

    private sealed record WrittenChange(string? Id, string? Kind, string? File, string? At, string? To, int? Index, JsonElement? Value);

    private sealed record WrittenSetAside(string? Id, List<LocalText>? What, LocalText? Why, WrittenChange? Command);
}
