using Approvals.Application.Rights;
using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Rights;

/// <summary>The request that an operation is asked by: a real thing in its address, a body that is well formed and fits it.</summary>
internal sealed class Addresses(Office office)
{
    /// <summary>A service that says beforehand who fits.</summary>
    private const string WithEligibility = "talent-classification";

    /// <summary>What an address begins with, and what its id names; the longest fits.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["/api/notices"] = "notices", ["/api/letters"] = "letters", ["/api/cases"] = "cases", ["/api/work/feedback"] = "feedback",
        ["/api/work/data-requests"] = "data-requests", ["/api/me/data/requests"] = "data-requests", ["/api/me/data/consents"] = "consents",
        ["/api/waiting-lists"] = "waiting-lists", ["/api/quotas"] = "quotas", ["/api/waiting-entries"] = "entries", ["/api/offers"] = "offers",
        ["/api/resources"] = "resources", ["/api/bookings"] = "bookings", ["/api/webhook-deliveries"] = "deliveries", ["/api/webhooks"] = "webhooks",
        ["/api/keys"] = "keys", ["/api/drafts"] = "drafts", ["/api/documents"] = "documents", ["/api/family"] = "relatives", ["/api/phrases"] = "phrases", ["/api/views"] = "views",
        ["/api/news"] = "news", ["/api/outside/tasks"] = "outside", ["/api/admin/people"] = "people", ["/api/admin/incidents"] = "incidents", ["/api/admin/dead-letters"] = "dead-letters",
        ["/api/admin/cases"] = "cases", ["/api/admin/organisations"] = "organisations", ["/api/substitutions"] = "substitutions", ["/api/team/people"] = "team",
        ["/api/me/sessions"] = "sessions", ["/api/batches"] = "batches", ["/api/policy/replays"] = "replays", ["/api/policy/versions"] = "versions", ["/api/studio/drafts"] = "versions",
        ["/api/policy/migrations"] = "migrations", ["/api/mandates"] = "mandates", ["/api/employers"] = "organisations", ["/api/employer-desk"] = "organisations",
        ["/api/counter/slips"] = "slips", ["/api/represented"] = "represented", ["/api/representations"] = "represented", ["/api/experts"] = "experts",
        ["/api/presence/people"] = "presence people", ["/api/presence/entries"] = "presence entries", ["/api/presence/documents"] = "presence documents",
    };

    /// <summary>What names its thing in the query: how, and what.</summary>
    private static readonly Dictionary<string, (string Query, string Thing)> Queried = new(StringComparer.Ordinal)
    {
        ["POST /api/documents"] = ("type=paper&draft", "drafts"), ["POST /api/resources/import"] = ("organisation", "providers"),
    };

    /// <summary>The step of which somebody gets a task; who has none is tried on the review.</summary>
    private static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        [Roles.EmployerAgent] = "recommend", [Roles.IntakeOfficer] = "accept", [Roles.Approver] = "approve", [Roles.Expert] = "panel",
    };

    /// <summary>Whether it matters to an operation whose thing it names.</summary>
    public static bool IsOfSomebody(Operation operation) =>
        (operation.Parameters.Any(p => p.InPath && p.IsId) && !operation.Template.StartsWith("/api/policy/", StringComparison.Ordinal)
            && !operation.Template.StartsWith("/api/studio/", StringComparison.Ordinal) && !operation.Template.StartsWith("/api/batches", StringComparison.Ordinal)) || Queried.ContainsKey(operation.Name);

    /// <summary>The address with everything filled in; null where nobody has such a thing.</summary>
    public string? Of(Operation operation, Asker asker, Whose whose)
    {
        var owner = office.Of(asker, whose);
        var address = operation.Template;
        foreach (var parameter in operation.Parameters.Where(p => p.InPath))
        {
            if (Value(operation, parameter.Name, asker, owner) is not { } value)
            {
                return null;
            }

            address = address.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        return !Queried.TryGetValue(operation.Name, out var queried) ? address : owner is null ? null : $"{address}?{queried.Query}={owner.Ids[queried.Thing]}";
    }

    /// <summary>The body: a file, JSON, or none.</summary>
    public HttpContent? Body(Operation operation, Asker asker) => operation.Name switch
    {
        "POST /api/documents" => File("a.pdf", CaseStory.Pdf),
        "POST /api/policy/versions" => File("package.zip", Policies.PolicyStory.Zip(("a.txt", [1]))),
        _ when operation.Description.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("multipart/form-data", out _) =>
            File("rows.csv", "code,nameZh,nameEn,level,parent\n"u8.ToArray()),
        _ => Caller.Json(Bodies.Of(operation.Name, office, asker) ?? Matrix.Find(operation.Name).Body),
    };

    /// <summary>The task an asker is tried on, by the address.</summary>
    public static string StepOf(string template, Asker asker) =>
        template.Contains("/correction", StringComparison.Ordinal) ? "fill"
        : template.EndsWith("/statement", StringComparison.Ordinal) ? "hear"
        : template.EndsWith("/draw", StringComparison.Ordinal) ? "draw"
        : template.StartsWith("/api/team/", StringComparison.Ordinal) ? "review"
        : Steps.GetValueOrDefault(asker.Role, "review");

    private string? Value(Operation operation, string name, Asker asker, Belonging? owner) => name switch
    {
        "act" => "approve",
        "form" => "application",
        "letter" => "recognition-decision",
        "name" when operation.Template.StartsWith("/api/admin/messages", StringComparison.Ordinal) => "task-red",
        "code" when operation.Template.Contains("/reminders/", StringComparison.Ordinal) => "task-yellow",
        "name" => IsDictionary(operation) ? "nationalities" : operation.Template.Contains("/jobs/", StringComparison.Ordinal) ? "audit.verify" : "regions",
        "token" => office.Shared[operation.Template.Contains("/letters/", StringComparison.Ordinal) ? "letter token" : "card token"],
        "code" => IsDictionary(operation) ? "GBR" : operation.Template.StartsWith("/api/admin/regions", StringComparison.Ordinal) ? "220104"
            : operation.Template.EndsWith("/eligibility", StringComparison.Ordinal) ? WithEligibility : WholeOffice.Code,
        "year" => "2026",
        "path" => "service.json",
        "file" => "cards.dmn",
        "decision" => "items",
        "revision" => "1",
        "assignmentId" => owner?.Ids["assignments"],
        "sessionId" => owner?.Ids["sessions"],
        _ when operation.Template.StartsWith("/api/tasks/", StringComparison.Ordinal) || operation.Template.StartsWith("/api/team/tasks/", StringComparison.Ordinal) =>
            owner?.Tasks.TryGetValue(StepOf(operation.Template, asker), out var task) == true ? task.ToString() : null,
        _ => Thing(operation, owner),
    };

    private static bool IsDictionary(Operation operation) => operation.Template.StartsWith("/api/admin/dictionaries", StringComparison.Ordinal);

    private string? Thing(Operation operation, Belonging? owner)
    {
        var kind = Named.Where(n => operation.Template.StartsWith($"{n.Key}/", StringComparison.Ordinal)).OrderByDescending(n => n.Key.Length).Select(n => n.Value).FirstOrDefault();
        Assert.True(kind is not null, $"{operation.Name}: say in Addresses what its id names.");
        return office.Shared.GetValueOrDefault(kind) ?? owner?.Ids.GetValueOrDefault(kind);
    }

    private static MultipartFormDataContent File(string name, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new("application/octet-stream");
        return new MultipartFormDataContent { { file, "file", name } };
    }
}
