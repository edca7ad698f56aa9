using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outside;

/// <summary>The rows of what cases ask of the world outside.</summary>
internal static class OutsideRequests
{
    /// <summary>What waits for an answer from outside, by the names of the engine's bookmarks.</summary>
    private static readonly string[] Awaited = ["http", "runTask"];

    /// <summary>Adds a request; the same effect always gives the same row.</summary>
    internal static async Task<OutsideRequest> AddAsync<T>(
        CaseWork work, OutsideRequestKind kind, string key, string activity, string name, T content, CancellationToken cancellationToken)
    {
        var id = StableId.Of(work.Case.Id, "outside", key);
        var row = new OutsideRequest
        {
            Id = id,
            CaseId = work.Case.Id,
            CaseNumber = work.Case.Number,
            Key = key,
            ActivityId = activity,
            Kind = kind,
            Name = name.Length <= Lengths.Name ? name : name[..Lengths.Name],
            ServiceCode = work.Case.ServiceCode,
            RegionPath = work.Case.RegionPath,
            Payload = await work.Vault.SealAsync(
                work.KeyId, JsonSerializer.SerializeToUtf8Bytes(content, JsonSerializerOptions.Web), OutsideRequest.Place(id), cancellationToken),
            State = OutsideRequestState.Open,
            At = work.Now,
        };
        work.Context.OutsideRequests.Add(row);
        return row;
    }

    /// <summary>Cancels what the case does not wait for any more.</summary>
    internal static async Task ApplyAsync(CaseWork work, WorkflowState before, CancellationToken cancellationToken)
    {
        var gone = Keys(before).Except(Keys(work.State)).ToList();
        if (gone.Count == 0)
        {
            return;
        }

        await work.Context.OutsideRequests.Where(r => r.CaseId == work.Case.Id && gone.Contains(r.Key)).LoadAsync(cancellationToken);
        foreach (var row in work.Context.OutsideRequests.Local.Where(r => gone.Contains(r.Key) && r.State == OutsideRequestState.Open))
        {
            (row.State, row.DoneAt) = (OutsideRequestState.Cancelled, work.Now);
        }
    }

    private static IEnumerable<string> Keys(WorkflowState state) =>
        state.Bookmarks.OfType<SignalBookmark>().Where(b => Awaited.Contains(b.Name)).Select(b => b.Id);
}
