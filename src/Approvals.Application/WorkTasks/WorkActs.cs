using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;

namespace Approvals.Application.WorkTasks;

/// <summary>What can be done with a task, as the definition offers it. The page shows these and knows no others.</summary>
public sealed class WorkActs(ActConsequences consequences, JoinActs joining, MessageCatalog texts)
{

    private static readonly Dictionary<string, string> None = [];

    private static readonly Dictionary<string, (string Act, int Order)> ByOutcome = new(StringComparer.Ordinal)
    {
        ["Approved"] = ("approve", 0), ["Accepted"] = ("accept", 0), ["Voted"] = ("vote", 0), ["Done"] = ("done", 0), ["Given"] = ("give", 0), ["Dismissed"] = ("dismiss", 0),
        ["TakesPart"] = ("takePart", 0), ["Convened"] = ("convene", 0), ["Rejected"] = ("reject", 2), ["Declined"] = ("decline", 4), ["Upheld"] = ("uphold", 1), ["Correction"] = ("correct", 3),
    };

    /// <summary>The acts of a task, the page's main one first.</summary>
    public async Task<IReadOnlyList<ActDto>> OfAsync(
        CaseWork work, TaskItem row, TaskBookmark task, bool enabled, CurrentUser user, CancellationToken cancellationToken)
    {
        List<(int Order, ActDto Act)> acts = [];
        foreach (var outcome in task.Outcomes.Where(o => o != "AcceptedConditionally"))
        {
            acts.Add(ByTheOutcome(work, row, task, outcome, enabled, user));
        }

        var isOut = task.Delegation is { Proposed: null };
        if (task.Acts.Contains("return") && !isOut)
        {
            acts.Add((3, Act("return", Label("return", user.Language), enabled) with
            {
                NeedsReason = true,
                Targets = [.. task.ReturnTo.Select(t => Target(work, t, user.Language))],
                Fields = Openable(work, user.Language),
                Documents = AllDocuments(work, user.Language),
            }));
        }

        if (task.Acts.Contains("transfer") && !isOut)
        {
            acts.Add((5, Act("transfer", Label("transfer", user.Language), enabled) with { NeedsReason = true, Picks = PersonPick.One }));
        }

        acts.AddRange(await joining.OfAsync(work, row, task, enabled, user, cancellationToken));
        if (task.Kind is TaskKind.Vote or TaskKind.Invitation or TaskKind.Review && !isOut)
        {
            acts.Add((13, Act("recuse", Label("recuse", user.Language), enabled) with { NeedsReason = true }));
        }

        return [.. acts.OrderBy(a => a.Order).Select(a => a.Act.Consequence is null ? a.Act with { Consequence = consequences.Of(work, task, task.Kind == TaskKind.Review && a.Act.Act == "recuse" ? "recuse.review" : a.Act.Act, null, user.Language) } : a.Act)];
    }

    /// <summary>The act that leads to an outcome, with its place in the order.</summary>
    private (int Order, ActDto Act) ByTheOutcome(CaseWork work, TaskItem row, TaskBookmark task, string outcome, bool enabled, CurrentUser user)
    {
        var (act, order) = ByOutcome.GetValueOrDefault(outcome, (outcome, 1));
        var label = CaseWords.OwnLabel(work.Service.Package.Activity(row.ActivityId), outcome)?.In(user.Language) ?? Label(act, user.Language);
        label = task.Delegation is { Proposed: null } ? texts.Format("act.propose", new Dictionary<string, string> { ["act"] = label }, user.Language) : label;
        return (order, Act(act, label, enabled) with
        {
            Primary = order == 0,
            Danger = act is "reject" or "decline" or "uphold",
            NeedsOpinion = TaskOutcomes.NeedsOpinion(outcome),
            Conditional = act == "accept" && task.Outcomes.Contains("AcceptedConditionally") ? Documents(work, task.Documents, user.Language) : null,
            Fields = act == "correct" ? Openable(work, user.Language) : null,
            Documents = act == "correct" ? AllDocuments(work, user.Language) : null,
            NeedsReason = act == "correct",
            Consequence = consequences.Of(work, task, task.Delegation is { Proposed: null } ? "propose" : act, outcome, user.Language),
        });
    }

    internal static ActDto Act(string act, string label, bool enabled) =>
        new(act, label, false, false, false, false, null, null, null, null, null, enabled, null, null, PersonPick.None, null, null, false);

    private string Label(string act, string language) => texts.Texts.ContainsKey($"act.{act}") ? texts.Format($"act.{act}", None, language) : act;

    private ReturnTargetDto Target(CaseWork work, string target, string language)
    {
        if (target == ReturnTask.ToApplicant)
        {
            return new ReturnTargetDto(target, texts.Format("act.toApplicant", None, language), true);
        }

        var activity = work.Service.Package.Activity(target);
        return new ReturnTargetDto(target, work.StepName(target).In(language), activity?.Type == "Approvals.Fill");
    }

    private static IReadOnlyList<OpenableFieldDto> Openable(CaseWork work, string language)
    {
        if (StartForm.Of(work.Service) is not { } form)
        {
            return [];
        }

        return
        [
            .. from section in FormDescription.Sections(form)
               from component in section.Components
               where component is { IsField: true, Path: not null } && component.Type is not (FormComponentType.Expression or FormComponentType.Consent)
               select new OpenableFieldDto(component.Path!, component.Label?.In(language) ?? component.Path!, section.Group?.Label?.In(language) ?? ""),
        ];
    }

    private static IReadOnlyList<NamedDocumentDto> AllDocuments(CaseWork work, string language) =>
        [.. work.Service.Service.Documents.Select(d => new NamedDocumentDto(d.Type, d.Name.In(language)))];

    private static IReadOnlyList<NamedDocumentDto> Documents(CaseWork work, IEnumerable<string> types, string language) =>
        [.. types.Select(t => new NamedDocumentDto(t, DocumentDescription.TypeName(work.Service.Package, t, language)))];
}
