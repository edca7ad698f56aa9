using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Who decides a review, by which rule, and who of them has already.</summary>
public sealed class StepSigners(ApprovalsDbContext context, Offices offices, RoleNames roles, MessageCatalog texts)
{
    /// <summary>Those of a task's review; null when it is over or cannot be told.</summary>
    internal async Task<SigningDto?> OfAsync(CaseWork work, TaskItem row, CurrentUser user, CancellationToken cancellationToken)
    {
        var execution = work.State.Executions.FirstOrDefault(e => e.Activity == row.ActivityId && e.Memory is ReviewMemory);
        if (execution?.Memory is not ReviewMemory memory
            || ReviewTerms.Of(work.Service.Package.Workflow, work.State, work.StepContext(FactSet.Empty), row.ActivityId, memory.Seats) is not { } terms)
        {
            return null;
        }

        var tasks = work.State.Tasks.Where(t => t.Execution == execution.Id && t.Kind == TaskKind.Review).ToList();
        var names = await NamesAsync(memory, tasks, cancellationToken);
        List<SigningPersonDto> people =
        [
            .. memory.Approved.Select(u => Person(u, SigningStatus.Approved, null, names, user)),
            .. memory.Rejected.Select(u => Person(u, SigningStatus.Rejected, null, names, user)),
        ];
        foreach (var task in tasks)
        {
            people.Add(await CurrentAsync(task, memory, names, user, cancellationToken));
        }

        people.AddRange(memory.Added.Where(a => a.Aside is not null).Select(a => Person(a.By, SigningStatus.Waiting, null, names, user)));
        people.AddRange(memory.Added.Where(a => a.Opened is null).Select(a => Person(a.User, SigningStatus.Waiting, Note(a, names, user.Language), names, user)));
        foreach (var candidate in memory.Waiting)
        {
            people.Add(await WaitingAsync(candidate, names, user, cancellationToken));
        }

        return new SigningDto(terms.Mode, Text(terms, memory, people.Count, user.Language), people);
    }

    private string Text(ReviewTerms terms, ReviewMemory memory, int people, string language) => texts.Format(
        $"act.mode.{terms.Mode}{(terms.Mode == "AnyOf" && people > 1 ? ".added" : "")}",
        new Dictionary<string, string>
        {
            ["all"] = Number(memory.Seats > 0 ? memory.Seats : people), ["needed"] = Number(terms.Needed), ["approved"] = Number(memory.Approved.Length),
            ["rejected"] = Number(memory.Rejected.Length),
        },
        language);

    private async Task<SigningPersonDto> CurrentAsync(
        TaskBookmark task, ReviewMemory memory, Dictionary<string, string> names, CurrentUser user, CancellationToken cancellationToken)
    {
        var added = memory.Added.FirstOrDefault(a => a.Opened == task.Id);
        var note = added is null ? null : Note(added, names, user.Language);
        var person = task.Holder ?? (task.Candidates is [UserCandidate only] ? only.Id : null);
        return person is not null
            ? Person(person, SigningStatus.Current, note, names, user)
            : (await WaitingAsync(task.Candidates[0], names, user, cancellationToken)) with { Status = SigningStatus.Current, Note = note };
    }

    private async Task<SigningPersonDto> WaitingAsync(Candidate candidate, Dictionary<string, string> names, CurrentUser user, CancellationToken cancellationToken) =>
        candidate is UserCandidate person
            ? Person(person.Id, SigningStatus.Waiting, null, names, user)
            : new SigningPersonDto(await OfficeAsync((RoleCandidate)candidate, user.Language, cancellationToken), SigningStatus.Waiting, null, false);

    private async Task<string> OfficeAsync(RoleCandidate role, string language, CancellationToken cancellationToken) =>
        $"{(role.Region is { } region ? await offices.RegionAsync(region, language, cancellationToken) : null)} {roles.NameOf(role.Role, language)}".Trim();

    private SigningPersonDto Person(string id, SigningStatus status, string? note, Dictionary<string, string> names, CurrentUser user) =>
        new(names.GetValueOrDefault(id) ?? texts.Format("act.somebody", new Dictionary<string, string>(), user.Language), status, note, id == user.Id.ToString());

    private string Note(AddedSigner added, Dictionary<string, string> names, string language) => texts.Format(
        $"act.added.{added.Place}", new Dictionary<string, string> { ["name"] = names.GetValueOrDefault(added.By) ?? "" }, language);

    private async Task<Dictionary<string, string>> NamesAsync(ReviewMemory memory, List<TaskBookmark> tasks, CancellationToken cancellationToken)
    {
        var ids = memory.Approved.Concat(memory.Rejected).Concat(memory.Added.SelectMany(a => new[] { a.User, a.By }))
            .Concat(memory.Waiting.Concat(tasks.SelectMany(t => t.Candidates)).OfType<UserCandidate>().Select(c => c.Id))
            .Concat(tasks.Select(t => t.Holder).OfType<string>());
        Guid[] users = [.. ids.Distinct().Where(i => Guid.TryParse(i, out _)).Select(Guid.Parse)];
        return (await context.Users.AsNoTracking().Where(u => users.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
            .ToDictionary(u => u.Id.ToString(), u => u.DisplayName);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
