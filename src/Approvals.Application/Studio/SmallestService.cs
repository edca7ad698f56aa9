using Approvals.Domain.Studio;

namespace Approvals.Application.Studio;

/// <summary>The smallest service that runs, which the product ships as data: one form, one check, one decision, a letter for each result, a guide.</summary>
internal static class SmallestService
{
    private const string Prefix = "template/";

    internal static DraftFiles Files()
    {
        var assembly = typeof(SmallestService).Assembly;
        return DraftFiles.Of(assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            n => n[Prefix.Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return new ReadOnlyMemory<byte>(content.ToArray());
            },
            StringComparer.Ordinal));
    }
}
