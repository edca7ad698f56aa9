using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Flows;

/// <summary>Shows a flow of a version as blocks and as the graph it is; the package need not load.</summary>
public sealed class DraftFlow(ApprovalsDbContext context, CaseWords words, MessageCatalog texts)
{
    /// <param name="Version">The version.</param>
    /// <param name="File">The flow's file.</param>
    public sealed record Request(Guid Version, string File);

    public async Task<Result<DraftFlowDto>> FindAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(context, request, user, cancellationToken);
        return read.Map(flow => Shown(request.File, flow, user.Language));
    }

    /// <summary>The definition in a file of a version.</summary>
    internal static async Task<Result<WorkflowDefinition>> ReadAsync(ApprovalsDbContext context, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var content = await context.PackageFiles.AsNoTracking().Where(f => f.ServiceVersionId == request.Version && f.Path == request.File)
            .Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? new Error("studio.file.missing", ErrorKind.NotFound).With("file", request.File) : WorkflowDefinition.Read(content);
    }

    private DraftFlowDto Shown(string file, WorkflowDefinition flow, string language)
    {
        var layout = FlowOutline.Of(flow);
        var summary = new FlowSummary(texts, language);
        return new DraftFlowDto(
            file,
            layout.IsStructured,
            layout.Start,
            layout.Root is { } root ? Block(root, null) : null,
            [.. flow.Root.Activities.Select(a => Step(flow, a, summary, language))],
            [.. flow.Root.Connections.Select(c => new FlowWayDto(c.Source, c.Port, c.Target, [.. FlowOutline.Bends(c).Select(p => new FlowPointDto(p.X, p.Y))]))],
            [.. flow.Variables.Select(v => v.Name)]);
    }

    private FlowStepDto Step(WorkflowDefinition flow, ActivityDefinition activity, FlowSummary summary, string language)
    {
        var kind = BlockCatalog.Of(activity.Type);
        var at = FlowOutline.PositionOf(activity);
        var main = FlowOutline.MainPort(activity);
        var returns = FlowOutline.Returns(flow, activity);
        return new FlowStepDto(
            activity.Id,
            activity.Type,
            activity.DisplayName.In(language),
            kind is null ? activity.Type : texts.Format(BlockCatalog.TextOf(kind), FlowSummary.None, language),
            kind?.Family ?? "",
            summary.Of(activity),
            summary.Limit(activity),
            at?.X,
            at?.Y,
            [.. ActivityOutcomes.Of(flow, activity.Id).Select(p => new FlowPortDto(p, words.Outcome(activity, p, language) ?? p, p == main))],
            returns,
            returns.IsEmpty ? null : FlowOutline.OnReturn(flow, activity));
    }

    private static FlowBlockDto Block(FlowBlock block, string? port) => block switch
    {
        StepBlock step => new FlowBlockDto("step", step.Activity.Id, [], port, []),
        SeriesBlock series => new FlowBlockDto("series", null, [.. series.Blocks.Select(b => Block(b, null))], port, []),
        ForkBlock fork => new FlowBlockDto("fork", fork.Split.Id, [.. fork.Branches.Select(b => b.Body is { } body ? Block(body, b.Enter.Port) : new FlowBlockDto("series", null, [], b.Enter.Port, []))], port, []),
        FreeBlock free => new FlowBlockDto("free", null, [], port, [.. free.Activities.Select(a => a.Id)]),
        _ => new FlowBlockDto("free", null, [], port, []),
    };
}
