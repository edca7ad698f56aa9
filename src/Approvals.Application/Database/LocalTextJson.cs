using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Approvals.Application.Database;

/// <summary>A text in both languages as one column, readable in the database's own tools.</summary>
internal sealed class LocalTextJson() : ValueConverter<LocalText, string>(
    text => JsonSerializer.Serialize(text, Readable),
    stored => JsonSerializer.Deserialize<LocalText>(stored, Readable)!)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
