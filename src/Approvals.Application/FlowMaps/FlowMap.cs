using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.FlowMaps;

/// <summary>
/// The map of a case's flow: the blocks of its own version where the designer put them, which of them it went through, where it
/// stands, who has it and since when. A block that holds others stands for all of them.
/// </summary>
public sealed class FlowMap(ApprovalsDbContext context, CaseReader reader, Offices offices, CaseWords words)
{
    private const int Width = 180;
    private const int Height = 64;
    private const int Step = 104;

    /// <summary>The map of a case that the user may read.</summary>
    public async Task<Result<FlowMapDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await reader.OpenAsync(id, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (opened, root) = (found.Value, found.Value.Work.Service.Package.Workflow.Root);
        var trace = FlowTrace.Of(root, opened.Work.State);
        List<FlowNodeDto> nodes = [];
        foreach (var activity in root.Activities)
        {
            nodes.Add(await NodeAsync(opened, activity, trace, nodes.Count, user, cancellationToken));
        }

        return new FlowMapDto(nodes, [.. Links(root, trace, user.Language)]);
    }

    private async Task<FlowNodeDto> NodeAsync(
        OpenedCase opened, ActivityDefinition activity, FlowTrace trace, int place, CurrentUser user, CancellationToken cancellationToken)
    {
        var inside = activity.WithDescendants().Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var open = opened.Tasks.Where(t => inside.Contains(t.ActivityId) && (t.State is TaskItemState.Open or TaskItemState.Claimed or TaskItemState.Frozen)
            && t.Kind is not (nameof(TaskKind.Promise) or nameof(TaskKind.Opinion))).ToList();
        var waits = trace.Waits(activity.Id);
        var (x, y, width, height) = Place(activity) ?? (0, place * Step, Width, Height);
        return new FlowNodeDto(
            activity.Id,
            activity.DisplayName.In(user.Language),
            ActivityKinds.Of(opened.Work.Service.Package.Workflow, activity.Id),
            x, y, width, height,
            waits ? StepStatus.Current : trace.Met(activity.Id) ? StepStatus.Done : StepStatus.Coming,
            waits ? open.Count > 0 ? open.Min(t => t.ReceivedAt) : await NoticedAtAsync(opened.Work, inside, cancellationToken) : null,
            waits ? await HoldersAsync(open, user, cancellationToken) : []);
    }

    /// <summary>Whoever holds a task, or the office whose queue it lies in; on a panel nobody is named, and applicants see offices alone.</summary>
    private async Task<IReadOnlyList<string>> HoldersAsync(List<TaskItem> open, CurrentUser user, CancellationToken cancellationToken)
    {
        if (open.Exists(t => TaskRights.IsSecret(t.Kind)))
        {
            return [words.View("anonymousPanel", user.Language)];
        }

        Guid[] owners = user.IsStaff ? [.. open.Select(t => t.OwnerUserId).OfType<Guid>().Distinct()] : [];
        var names = await context.Users.Where(u => owners.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        List<string> holders = [];
        foreach (var task in open)
        {
            var name = task.OwnerUserId is { } owner ? names.GetValueOrDefault(owner) : null;
            var office = await offices.OfAsync(task, user.Language, cancellationToken);
            holders.Add((office, name) switch
            {
                (null, null) => words.View("applicant", user.Language),
                (null, _) => name,
                (_, null) => office,
                _ => $"{office} · {name}",
            });
        }

        return [.. holders.Distinct()];
    }

    private static async Task<DateTimeOffset?> NoticedAtAsync(CaseWork work, HashSet<string> inside, CancellationToken cancellationToken)
    {
        var notices = await work.Context.PublicNotices.AsNoTracking().Where(n => n.CaseId == work.Case.Id)
            .Select(n => new { n.ActivityId, n.PublishedAt }).ToListAsync(cancellationToken);
        return notices.Where(n => inside.Contains(n.ActivityId)).Select(n => (DateTimeOffset?)n.PublishedAt).Max();
    }

    private IEnumerable<FlowLinkDto> Links(ActivityDefinition root, FlowTrace trace, string language)
    {
        var leaving = trace.Ways.ToLookup(w => w.Source, StringComparer.Ordinal);
        return
            from way in trace.Ways
            let alone = leaving[way.Source].Count() == 1 && way.Port == "Done"
            let label = alone ? null : words.Outcome(root.Activities.FirstOrDefault(a => a.Id == way.Source), way.Port, language)
            select new FlowLinkDto(way.Source, way.Target, label, trace.Took(way));
    }

    private static (int X, int Y, int Width, int Height)? Place(ActivityDefinition activity)
    {
        if (activity.Property("metadata") is not { ValueKind: JsonValueKind.Object } metadata || Part(metadata, "designer") is not { } designer
            || Part(designer, "position") is not { } position)
        {
            return null;
        }

        var size = Part(designer, "size");
        return (Number(position, "x", 0), Number(position, "y", 0), Positive(size, "width", Width), Positive(size, "height", Height));
    }

    private static JsonElement? Part(JsonElement element, string name) =>
        element.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static int Positive(JsonElement? element, string name, int otherwise) =>
        element is { } found && Number(found, name, otherwise) is > 0 and var number ? number : otherwise;

    private static int Number(JsonElement element, string name, int otherwise) =>
        element.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Number && part.TryGetDouble(out var number)
            ? (int)Math.Clamp(number, -100_000, 100_000)
            : otherwise;
}
