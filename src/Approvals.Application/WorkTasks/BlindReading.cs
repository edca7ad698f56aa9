using Approvals.Domain.Forms;
using Approvals.Domain.Packages;

namespace Approvals.Application.WorkTasks;

/// <summary>What those who vote in secret read of a case: the merits, and nothing that tells who applies.</summary>
internal static class BlindReading
{
    private static readonly string[] Telling = ["applicant.", "case.employer."];

    /// <summary>The fields that are hidden: sensitive and identifying ones, those that repeat what is known of the applicant or the employer, and files that are not shown.</summary>
    public static IEnumerable<string> Hidden(ServiceInfo service, Form form) =>
        form.All.Where(f => f.Path is not null && (TellsWho(f) || (f.Rules.Document is { } type && !Shows(service, type)))).Select(f => f.Path!);

    /// <summary>Whether documents of a type are shown.</summary>
    public static bool Shows(ServiceInfo service, string documentType) => service.Documents.All(d => d.Type != documentType || !(d.Sensitive || d.Identifying));

    /// <summary>The name a document is shown under: that of its type, since people write their own into those of their files.</summary>
    public static string NameOf(string typeName, string fileName) => typeName + Path.GetExtension(fileName);

    private static bool TellsWho(FormComponent field) =>
        field.Rules.Sensitive || field.Rules.Identifying || field.Rules.Prefill?.References.Any(r => Telling.Any(t => r.StartsWith(t, StringComparison.Ordinal))) == true;
}
