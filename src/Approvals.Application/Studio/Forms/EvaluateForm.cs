using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Application.Studio.Forms;

/// <summary>A form of a draft as an applicant would meet it.</summary>
/// <param name="Form">The form, ready to be drawn.</param>
/// <param name="State">How it stands with the answers tried.</param>
public sealed record TriedFormDto(FormDto Form, FormStateDto State);

/// <summary>Shows a form of a draft with answers tried on it; the one evaluator decides, and nothing is kept.</summary>
public sealed class EvaluateForm(ApprovalsDbContext context, NamedLists lists, CalendarInForce calendar, TimeProvider time, MessageCatalog texts)
{
    private static readonly string[] ApplicantNames = ["id", "name", "birthDate", "age", "sex", "nationality", "idType", "idNumber", "mobile", "email"];

    /// <param name="Version">The draft.</param>
    /// <param name="Form">The form's id.</param>
    /// <param name="Values">The answers tried.</param>
    /// <param name="Language">The language to show it in; null is the reader's.</param>
    public sealed record Request(Guid Version, string Form, IReadOnlyDictionary<string, JsonElement> Values, string? Language);

    public async Task<Result<TriedFormDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await OpenedFiles.OfAsync(context, request.Version, user, cancellationToken);
        var language = request.Language ?? user.Language;
        var read = opened.Bind(o => o.Form(request.Form, texts, language));
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var form = read.Value;
        var service = ServiceFile.Read(opened.Value.Files.Files);
        var scope = await ScopeAsync(opened.Value, service, form, cancellationToken);
        var state = FormEvaluator.Evaluate(form, FormData.Read(form, JsonSerializer.SerializeToElement(request.Values)), scope);
        var answers = JsonSerializer.SerializeToNode(request.Values) as JsonObject;
        return new TriedFormDto(FormDescription.Of(form, state, service, language), FormStateDescription.Of(form, state, answers, texts, language));
    }

    private async Task<FormScope> ScopeAsync(OpenedFiles opened, ServiceInfo? service, Form form, CancellationToken cancellationToken)
    {
        var today = calendar.Today(time);
        var own = PackageDictionaries.Of(opened.Shared.Files, opened.Files.Files);
        var named = ImmutableDictionary.CreateBuilder<string, ImmutableArray<FormOption>>(StringComparer.Ordinal);
        foreach (var name in form.All.Select(c => c.Rules.List).OfType<string>().Distinct())
        {
            named[name] = own.TryGetValue(name, out var options) ? options : await lists.PublicAsync(name, service?.Regions.Roots ?? [], cancellationToken);
        }

        return new FormScope
        {
            Now = time.GetUtcNow(),
            Today = today,
            Case = CaseContext.Case(opened.Version.ServiceCode, calendar.Current, today, null, null),
            Applicant = FeelContext.From(Nobody),
            Settings = service?.Settings ?? FeelContext.Empty,
            Lists = named.ToImmutable(),
        };
    }

    /// <summary>An applicant of whom nothing is known: every name is there, and no value.</summary>
    private static IEnumerable<KeyValuePair<string, FeelValue>> Nobody => ApplicantNames.Select(n => KeyValuePair.Create(n, FeelValue.Null));
}
