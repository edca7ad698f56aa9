using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Web.Tests.Privacy;

/// <summary>Looks for a word in whatever was written: as it stands, packed in an archive, or encoded in the head of a mail.</summary>
internal static partial class Traces
{
    /// <summary>Whether a file holds the word.</summary>
    public static bool InFile(string path, string word)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Hold(memory.ToArray(), word);
    }

    /// <summary>Whether bytes hold the word.</summary>
    public static bool Hold(byte[] content, string word)
    {
        if (content is [0x50, 0x4B, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            return archive.Entries.Any(e =>
            {
                using var entry = new MemoryStream();
                using var opened = e.Open();
                opened.CopyTo(entry);
                return Hold(entry.ToArray(), word);
            });
        }

        return new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => e.GetString(content) is var text
            && (text.Contains(word, StringComparison.OrdinalIgnoreCase) || EncodedWords().Matches(text).Any(m => Decoded(m).Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private static string Decoded(Match word)
    {
        var bytes = new byte[word.Length];
        return Convert.TryFromBase64String(word.Groups[1].Value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    /// <summary>Encoded words of RFC 2047.</summary>
    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWords();
}
