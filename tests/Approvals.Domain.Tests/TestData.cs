using System.Text.Json;

namespace Approvals.Domain.Tests;

/// <summary>Files that are built into the tests.</summary>
internal static class TestData
{
    internal static byte[] Bytes(string name)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No resource {name}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    internal static JsonElement Json(string name) => JsonDocument.Parse(Bytes(name)).RootElement;

    internal static IEnumerable<string> Names(string folder) =>
        typeof(TestData).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal));
}
