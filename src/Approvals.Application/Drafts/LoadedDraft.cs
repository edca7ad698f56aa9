using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.Documents;
using Approvals.Application.Policies;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Drafts;

/// <summary>A draft with its answers in the clear and all that its form looks at.</summary>
/// <param name="Row">The row.</param>
/// <param name="Service">The version in force today, which would bind the application if it were submitted now.</param>
/// <param name="Form">The form of the flow's first step.</param>
/// <param name="Answers">The answers as they were given, wrong ones included.</param>
/// <param name="Scope">What the form looks at.</param>
/// <param name="Applicant">Who applies.</param>
/// <param name="Documents">The files uploaded so far.</param>
public sealed record LoadedDraft(
    Draft Row, ServiceSnapshot Service, Form Form, JsonObject Answers, FormScope Scope, ApplicantFile Applicant, ImmutableArray<Document> Documents)
{
    /// <summary>The answers as the form reads them.</summary>
    public FormReading Reading => FormData.Read(Form, JsonSerializer.SerializeToElement(Answers));

    /// <summary>How the form stands.</summary>
    public FormState State => FormEvaluator.Evaluate(Form, Reading, Scope);

    /// <summary>Whether the service has a newer version than the one the draft was last saved with.</summary>
    public bool HasNewVersion => Row.ServiceVersionId != Service.VersionId;

    /// <summary>The same draft with answers merged in; null takes one away.</summary>
    public LoadedDraft With(IReadOnlyDictionary<string, JsonElement> values) => this with { Answers = Merged(Answers, values) };

    internal static JsonObject Merged(JsonObject answers, IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        var merged = (JsonObject)answers.DeepClone();
        foreach (var (key, value) in values)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = JsonNode.Parse(value.GetRawText());
            }
        }

        return merged;
    }

    internal static string Place(Guid draft) => $"draft:{draft:N}";

    internal static FeelValue Settings(ServiceSnapshot service) => FeelValue.Of(service.Service.Settings);
}
