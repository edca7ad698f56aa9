using System.Text;
using Approvals.TestKit.Cases;

namespace Approvals.Crash.Tests;

/// <summary>Services whose cases do everything that writes: a submission, a timer, a decision, an entitlement, a letter by mail.</summary>
internal static class CrashPackages
{
    /// <summary>The codes: an applicant has one open application of each at a time.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["proof-one", "proof-two", "proof-three"];

    /// <summary>Events of a finished case: begun, timer, decision.</summary>
    public const int Events = 3;

    /// <summary>Writes them as a server finds them.</summary>
    public static void Write(string folder)
    {
        foreach (var (code, index) in Codes.Select((code, index) => (code, index)))
        {
            foreach (var (path, bytes) in SmallPackage.Files("AnyOf", code, Flow))
            {
                Save(Path.Combine(folder, code, path), Encoding.UTF8.GetString(bytes.Span).Replace("\"number\": \"91\"", $"\"number\": \"9{index + 1}\"", StringComparison.Ordinal));
            }

            Save(Path.Combine(folder, code, "letters", "decision.zh-CN.md"), "---\nsubject: 办件 {{ case.number }}\nchannels: [page, mail]\n---\n已办结。\n");
            Save(Path.Combine(folder, code, "letters", "decision.en.md"), "---\nsubject: Case {{ case.number }}\nchannels: [page, mail]\n---\nDone.\n");
        }
    }

    private static string Flow(string flow) => flow
        .Replace("\"county\"", "\"province\"", StringComparison.Ordinal)
        .Replace("\"result\": \"granted\"", "\"result\": \"granted\", \"letter\": \"decision\"", StringComparison.Ordinal)
        .Replace("""{ "source": { "activity": "apply", "port": "Done" }, "target": { "activity": "review", "port": "In" } }""",
            """
            { "source": { "activity": "apply", "port": "Done" }, "target": { "activity": "wait", "port": "In" } },
            { "source": { "activity": "wait", "port": "Done" }, "target": { "activity": "review", "port": "In" } }
            """, StringComparison.Ordinal)
        .Replace("""{ "id": "review",""",
            """
            { "id": "wait", "type": "Elsa.Delay", "version": 1, "customProperties": { "approvals": { "name": { "zh-CN": "等待", "en": "Wait" } } },
              "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "00:00:01" } } },
            { "id": "review",
            """, StringComparison.Ordinal);

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
