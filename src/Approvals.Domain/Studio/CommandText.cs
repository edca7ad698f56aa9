using System.Text.Json;

namespace Approvals.Domain.Studio;

/// <summary>A change as it arrives and as the history keeps it.</summary>
/// <param name="Kind">Its kind, such as <c>value.set</c>.</param>
/// <param name="File">The file that it changes.</param>
/// <param name="At">The address inside the file; what it means is the kind's.</param>
/// <param name="To">The address or file it goes to, where the kind has one.</param>
/// <param name="Index">The place in a list from 0; absent for the end.</param>
/// <param name="Value">What is written, where the kind has something to write.</param>
public sealed record CommandText(string Kind, string File, string? At = null, string? To = null, int? Index = null, JsonElement? Value = null);
