using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Effects;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Children;

/// <summary>Asks for another case of the applicant: a row of what it is, and an event that opens it after the commit.</summary>
internal sealed class StartChildApplier : EffectApplier<StartChild>
{
    protected override async Task<Error?> RefusalAsync(StartChild effect, CaseWork work, CancellationToken cancellationToken)
    {
        var service = await work.Catalog.InForceAsync(effect.Service, work.Today, cancellationToken);
        if (service is null || StartForm.Of(service) is null)
        {
            return new Error("children.notOffered", ErrorKind.Conflict).With("service", effect.Service);
        }

        // The case itself may be what stands in the way, where it starts one of its own service; it ends another way then.
        return await CaseMaker.OpenAsync(work.Context, CaseMaker.OpenKey(service.Service, work.Case.ApplicantPersonId), cancellationToken) is { } open
            ? new Error("children.alreadyOpen", ErrorKind.Conflict).With("service", effect.Service).With("number", open.Data["number"])
            : null;
    }

    protected override async Task ApplyAsync(StartChild effect, CaseWork work, CancellationToken cancellationToken)
    {
        var id = StableId.Of(work.Case.Id, "child", effect.Child);
        work.Context.ChildCases.Add(new ChildCase
        {
            ChildCaseId = id,
            ParentCaseId = work.Case.Id,
            Key = effect.Child,
            ActivityId = effect.Activity,
            ServiceCode = effect.Service,
            IsAwaited = effect.Wait,
            EndsWithParent = effect.CancelWithParent,
            Payload = await work.Vault.SealAsync(work.KeyId, Encoding.UTF8.GetBytes(FeelJson.ToJson(effect.Data)), ChildCase.Place(id), cancellationToken),
            State = ChildCaseState.Asked,
            At = work.Now,
        });
        work.Outbox.Send(id, new Started(null).ToJson(), $"childStarted:{id:N}");
    }
}

/// <summary>The parent took another way and waits no longer for a child that ends with it.</summary>
internal sealed class CancelChildApplier : EffectApplier<CancelChild>
{
    protected override async Task ApplyAsync(CancelChild effect, CaseWork work, CancellationToken cancellationToken)
    {
        await work.Context.ChildCases.Where(c => c.ParentCaseId == work.Case.Id && c.Key == effect.Child).LoadAsync(cancellationToken);
        if (work.Context.ChildCases.Local.FirstOrDefault(c => c.ParentCaseId == work.Case.Id && c.Key == effect.Child) is { } child)
        {
            Family.Cancel(work, child);
        }
    }
}

/// <summary>What the end of a case means to its parent and its children.</summary>
internal static class Family
{
    /// <summary>Tells the parent that waits, and the children that end with this case.</summary>
    internal static async Task FinishedAsync(CaseWork work, string? result, CancellationToken cancellationToken)
    {
        var id = work.Case.Id;
        await work.Context.ChildCases.Where(c => c.ChildCaseId == id || (c.ParentCaseId == id && c.EndsWithParent && c.CancelledAt == null)).LoadAsync(cancellationToken);
        foreach (var child in work.Context.ChildCases.Local.Where(c => c.ParentCaseId == id && c.EndsWithParent).ToList())
        {
            Cancel(work, child);
        }

        if (work.Context.ChildCases.Local.FirstOrDefault(c => c.ChildCaseId == id) is { } self)
        {
            self.State = ChildCaseState.Finished;
            if (self is { IsAwaited: true, CancelledAt: null })
            {
                work.Outbox.Send(self.ParentCaseId, new ChildFinished(self.Key, result, work.Case.Number).ToJson(), $"childFinished:{id:N}");
            }
        }
    }

    /// <summary>Ends a child; once, however many reasons there are.</summary>
    internal static void Cancel(CaseWork work, ChildCase child)
    {
        if (child is { State: not ChildCaseState.Finished, CancelledAt: null })
        {
            child.CancelledAt = work.Now;
            var by = new Actor($"case:{work.Case.Number}");
            work.Outbox.Send(child.ChildCaseId, new CancelRequested(by).ToJson(), $"childCancelled:{child.ChildCaseId:N}");
        }
    }
}
