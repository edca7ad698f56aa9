using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;

namespace Approvals.Application.Corrections;

/// <summary>A task of the applicant under way: what is open, what was answered, what has been written so far.</summary>
/// <param name="Work">The case.</param>
/// <param name="Row">The task's row.</param>
/// <param name="Task">The task as the state holds it.</param>
/// <param name="Form">The form to correct or fill in.</param>
/// <param name="Scope">What the form looks at; only the named fields are open.</param>
/// <param name="Draft">What has been saved so far; null before the first save.</param>
/// <param name="Answers">The answers as they would be submitted now.</param>
/// <param name="Documents">The files of the case.</param>
public sealed record LoadedCorrection(
    CaseWork Work, TaskItem Row, TaskBookmark Task, Form Form, FormScope Scope, Draft? Draft, JsonObject Answers, ImmutableArray<Document> Documents)
{
    /// <summary>Paths of the fields that are open; null means all.</summary>
    public ImmutableArray<string>? Open => Scope.Rights.Editable;

    /// <summary>The answers as the form reads them.</summary>
    public FormReading Reading => FormData.Read(Form, JsonSerializer.SerializeToElement(Answers));

    /// <summary>How the form stands.</summary>
    public FormState State => FormEvaluator.Evaluate(Form, Reading, Scope);

    /// <summary>The version of what was saved; zero before the first save.</summary>
    public string Etag => Draft is null ? "0" : Database.Etag.Of(Draft);

    internal LoadedCorrection With(IReadOnlyDictionary<string, JsonElement> values) => this with { Answers = LoadedDraft.Merged(Answers, values) };

    /// <summary>The first key that is not open, if any.</summary>
    internal string? FirstClosed(IEnumerable<string> keys) => Open is not { } open
        ? null
        : keys.FirstOrDefault(key => !open.Any(path => FieldPath.Covers(key, path) || FieldPath.Covers(path, key)));
}
