using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Forms;
using Approvals.Application.Limits;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Workflows;

namespace Approvals.Application.Guides;

/// <summary>The guide of a service (事项指南), read from its package.</summary>
public sealed class ServiceGuide(
    ServiceCatalog catalog, ServiceCards cards, Foresight foresight, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The guide, for whoever reads it.</summary>
    public async Task<Result<ServiceGuideDto>> ReadAsync(string code, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await catalog.InForceAsync(code, calendar.Today(clock), cancellationToken) is not { } snapshot)
        {
            return new Error("drafts.notOffered", ErrorKind.NotFound);
        }

        var open = (await cards.OpenCasesAsync(user, cancellationToken)).FirstOrDefault(c => c.ServiceCode == code);
        var draft = (await cards.DraftsAsync(user, cancellationToken)).FirstOrDefault(d => d.ServiceCode == code);
        var why = ServiceCards.Why(user, snapshot.Service, open is not null);
        return Describe(snapshot, user.Language) with
        {
            CanApply = why is null,
            Why = why is null ? null : Say(why, user.Language),
            OpenCase = open is null ? null : new OpenCaseDto(open.Id.ToString(), open.Number),
            DraftId = draft?.Id.ToString(),
        };
    }

    /// <summary>The form of the few questions, empty.</summary>
    internal FormScope EmptyScope(ServiceSnapshot snapshot) => new()
    {
        Now = clock.GetUtcNow(),
        Today = calendar.Today(clock),
        Settings = snapshot.Service.Settings,
    };

    private ServiceGuideDto Describe(ServiceSnapshot snapshot, string language)
    {
        var service = snapshot.Service;
        return new ServiceGuideDto(
            service.Code,
            service.Name.In(language),
            service.Summary?.In(language) ?? "",
            [.. service.Applicants.Select(a => Say($"applicants.{a}", language)), .. service.OnBehalf.Select(b => Say($"onBehalf.{b}", language))],
            [.. service.LegalBasis.Select(b => new LegalBasisDto(b.Title.In(language), b.Clause?.In(language), b.Source?.In(language)))],
            Say($"nature.{service.Nature}", language),
            Limits(snapshot, language),
            [.. service.Documents.Select(d => Document(d, language))],
            Steps(snapshot, language),
            [.. service.Results.Select(r => r.Name.In(language)), .. service.Entitlements.Select(e => e.Name.In(language))],
            [.. Chapters(service.Guide?.In(language) ?? "")],
            Eligibility(snapshot, language),
            false,
            null,
            null,
            null);
    }

    private GuideLimitsDto Limits(ServiceSnapshot snapshot, string language)
    {
        var (limits, clockRules) = (snapshot.Service.Limits, snapshot.Service.Clock);
        List<string> notes = [Say($"guides.startsOn.{clockRules.StartsOn}", language)];
        notes.AddRange(clockRules.Excludes.Select(e => texts.Format(
            "guides.excluded",
            new Dictionary<string, string> { ["step"] = snapshot.Package.Activity(e)?.DisplayName.In(language) ?? e },
            language)));
        if (limits.Correction is { } correction)
        {
            var time = LimitWords.Of(correction.Limit, texts, language);
            notes.Add(texts.Format("guides.correction", new Dictionary<string, string> { ["time"] = time }, language));
        }

        return new GuideLimitsDto(Words(limits.Statutory, language), Words(limits.Promised, language), notes);
    }

    private string Words(StatedLimit? limit, string language) =>
        limit is null ? Say("limit.none", language) : LimitWords.Of(limit.Limit, texts, language);

    private static GuideDocumentDto Document(DocumentDemand demand, string language) => new(
        demand.Type,
        demand.Name.In(language),
        demand.Required is { Expression: null, Constant: true },
        demand.Formats,
        (int)Math.Ceiling(demand.MaxMegabytes),
        null,
        demand.Description?.In(language) ?? demand.Note?.In(language),
        demand.MayFollow,
        demand.Template);

    private IReadOnlyList<GuideStepDto> Steps(ServiceSnapshot snapshot, string language) =>
    [
        .. foresight.Of(snapshot, WorkflowState.New, null).Select(step => new GuideStepDto(
            step.Name.In(language),
            snapshot.Package.Activity(step.Activity) is { } activity ? StepPeople.Of(activity, texts, language) : "",
            step.Limit is { } limit ? LimitWords.Of(limit, texts, language) : null)),
    ];

    private FormDto? Eligibility(ServiceSnapshot snapshot, string language)
    {
        if (snapshot.Service.Eligibility is not { } check || !snapshot.Package.Forms.TryGetValue(check.Form, out var form))
        {
            return null;
        }

        var state = FormEvaluator.Evaluate(form, FormData.Empty, EmptyScope(snapshot));
        return FormDescription.Of(form, state, snapshot.Service, language);
    }

    /// <summary>The guide's chapters as questions and answers.</summary>
    private static IEnumerable<FaqDto> Chapters(string guide) =>
        guide.Split("\n## ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.TrimStart('#', ' ').Split('\n', 2))
            .Where(c => c.Length == 2).Select(c => new FaqDto(c[0].Trim(), FormDescription.Html(c[1].Trim())));

    private string Say(string code, string language) => texts.Format(code, None, language);
}
