using System.Collections.Immutable;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Something that stands in the way of publishing a draft, or that its author should know.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">Its code, the same in every language.</param>
/// <param name="Text">What is wrong, in words.</param>
/// <param name="Advice">What to do.</param>
/// <param name="File">The file.</param>
/// <param name="Activity">The step, where it is about one.</param>
/// <param name="Place">Where in the file: an address, a field's key, a decision's name.</param>
/// <param name="Path">Of a broken guarantee: the steps of a path that breaks it, in order; empty of anything else.</param>
public sealed record DraftProblemDto(
    ProblemSeverity Severity, string Code, string Text, string Advice, string File, string? Activity, string? Place, IReadOnlyList<ProblemStepDto> Path);

/// <summary>A step of a path that breaks a guarantee.</summary>
/// <param name="Activity">The step's id; null where the case ends or is withdrawn.</param>
/// <param name="Text">What happens there, in words.</param>
public sealed record ProblemStepDto(string? Activity, string Text);

/// <summary>
/// What is wrong with a version as it is now: what keeps it from loading, lint, tables, guarantees; all but the scenarios. Worked out once for
/// each content, apart from requests.
/// </summary>
public sealed class DraftProblems(ApprovalsDbContext context, DraftFindings findings, CaseWords words, MessageCatalog texts)
{
    public async Task<Result<IReadOnlyList<DraftProblemDto>>> ListAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var found = await findings.OfAsync(row, cancellationToken);
        var said = new ProblemWords(found.IsEmpty ? ImmutableDictionary<string, WorkflowDefinition>.Empty : await FlowsAsync(version, cancellationToken), words, texts, user.Language);
        return Result<IReadOnlyList<DraftProblemDto>>.Success(
            [.. found.OrderBy(p => p.Severity == ProblemSeverity.Warning).Select(p => Tell(said.Said(p), said, user.Language))]);
    }

    private DraftProblemDto Tell(PackageProblem problem, ProblemWords said, string language) => new(
        problem.Severity, problem.Code, problem.What(texts, language), said.Advice(problem, AreaOf(problem)), problem.File, problem.Activity, problem.Place,
        [.. problem.Path.Select(step => new ProblemStepDto(step.Activity, step.Describe(texts, language)))]);

    /// <summary>The flows whose steps have names; one that cannot be read has none.</summary>
    private async Task<IReadOnlyDictionary<string, WorkflowDefinition>> FlowsAsync(Guid version, CancellationToken cancellationToken)
    {
        var files = await context.PackageFiles.AsNoTracking()
            .Where(f => f.ServiceVersionId == version && (f.Path == "workflow.json" || f.Path.StartsWith("flows/"))).Select(f => new { f.Path, f.Content }).ToListAsync(cancellationToken);
        return files.Select(f => (f.Path, Flow: WorkflowDefinition.Read(f.Content))).Where(f => f.Flow.IsSuccess).ToDictionary(f => f.Path, f => f.Flow.Value, StringComparer.Ordinal);
    }

    private static string AreaOf(PackageProblem problem) => problem.Code.StartsWith(DraftFindings.Promise, StringComparison.Ordinal) ? "guarantees" : problem.File.Split('/') switch
    {
        [var folder and ("forms" or "decisions" or "letters" or "scenarios" or "flows"), ..] => folder,
        ["workflow.json"] => "flows",
        ["service.json"] => "service",
        _ => "files",
    };
}
