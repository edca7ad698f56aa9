using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>A scenario under way: who plays, and the one case it is about.</summary>
internal sealed class Stage(Simulator simulator, Cast cast, string service)
{
    private static readonly byte[] SampleFile = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    private int _clicks;

    internal Simulator Simulator => simulator;

    internal Cast Cast => cast;

    /// <summary>The service's code.</summary>
    internal string Service => service;

    /// <summary>The case, once there is one.</summary>
    internal Guid? CaseId { get; set; }

    /// <summary>A key for one click.</summary>
    internal string Click() => $"scenario-click-{++_clicks}";

    /// <summary>Whoever acts, with the roles held now.</summary>
    internal Task<CurrentUser> UserAsync(string key) => simulator.InScopeAsync(async services =>
        (await RoleGrants.ReadAsync(services.GetRequiredService<ApprovalsDbContext>(), cast.UserOf(key), simulator.Now, CancellationToken.None))!);

    /// <summary>The open task of an activity that a user may do, of the given kinds where these matter.</summary>
    internal Task<TaskItem?> TaskAsync(string? activity, CurrentUser user, params IReadOnlyCollection<string> kinds) => simulator.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var open = await context.TaskItems.AsNoTracking().Include(t => t.Candidates)
            .Where(t => t.CaseId == CaseId && (activity == null || t.ActivityId == activity) && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed))
            .OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id).ToListAsync();
        return open.Where(t => kinds.Count == 0 || kinds.Contains(t.Kind)).OrderByDescending(t => TaskRights.MayAct(user, t)).FirstOrDefault();
    });

    /// <summary>Uploads a sample file of a document's type.</summary>
    internal Task<Guid> UploadAsync(string type, Guid keyId, Guid user, Guid? draft, Guid? caseId) => simulator.InScopeAsync(async services =>
    {
        using var content = new MemoryStream(SampleFile);
        var received = await services.GetRequiredService<DocumentStore>().ReceiveAsync(
            new IncomingFile
            {
                Content = content, FileName = $"{type}.pdf", DocumentType = type, KeyId = keyId, UploadedByUserId = user, DraftId = draft, CaseId = caseId,
            },
            UploadRules.Default,
            CancellationToken.None);
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return received.Value.Id;
    });
}
