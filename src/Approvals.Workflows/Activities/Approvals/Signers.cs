namespace Approvals.Workflows;

/// <summary>Signers that reviewers add and remove (加签, 减签).</summary>
internal static class Signers
{
    public static Error? Add(ActivityContext context, TaskBookmark task, SignerAdded added)
    {
        if (!task.Acts.Contains("addSigner"))
        {
            return new Error("workflow.actNotAllowed", ErrorKind.Conflict).With("act", "addSigner");
        }

        var memory = Memory(context);
        if (added.By.Is(added.User) || memory.Added.Any(a => a.User == added.User))
        {
            return new Error("workflow.alreadyParticipant", ErrorKind.Conflict);
        }

        if (TaskDesk.Receiver(context.Run, task with { Candidates = [Candidate.OfUser(added.User)], Holder = null }, added.User) is { } partial)
        {
            return partial;
        }

        var signer = new AddedSigner(added.User, added.By.OnBehalfOf ?? added.By.User, added.Place, task.Id);
        if (added.Place == SignerPlace.Before)
        {
            context.Close(task, CloseReason.SetAside, added.By);
            signer = signer with { Aside = task with { Holder = signer.By } };
        }

        signer = added.Place == SignerPlace.After ? signer : signer with { Opened = Open(context, task, added.User) };
        context.Remember(memory with { Added = memory.Added.Add(signer), Seats = memory.Seats == 0 ? 0 : memory.Seats + 1 });
        return null;
    }

    public static Error? Remove(ActivityContext context, SignerRemoved removed)
    {
        var memory = Memory(context);
        if (memory.Added.FirstOrDefault(a => a.Task == removed.Task && a.User == removed.User) is not { } signer)
        {
            return new Error("workflow.signerGone", ErrorKind.Conflict);
        }

        if (!removed.By.Is(signer.By))
        {
            return new Error("workflow.notYourSigner", ErrorKind.Forbidden);
        }

        Drop(context, signer, removed.By);
        if (signer.Aside is { } aside)
        {
            Reopen(context, aside);
        }

        return null;
    }

    /// <summary>Somebody signed: those who come after open, whoever waited for this one goes on.</summary>
    public static void Signed(ActivityContext context, TaskBookmark task)
    {
        var memory = Memory(context);
        if (memory.Added.IsEmpty)
        {
            return;
        }

        var self = memory.Added.FirstOrDefault(a => a.Opened == task.Id);
        var left = memory.Added.RemoveAll(a => a == self);
        left = [.. left.Select(a => a.Task == task.Id && a is { Place: SignerPlace.After, Opened: null } ? a with { Opened = Open(context, task, a.User) } : a)];
        context.Remember(memory with { Added = left });
        if (self?.Aside is { } aside)
        {
            Reopen(context, aside);
        }
    }

    /// <summary>An added signer steps aside: as if never added.</summary>
    public static bool StepsAside(ActivityContext context, TaskBookmark task, Actor by)
    {
        if (Memory(context).Added.FirstOrDefault(a => a.Opened == task.Id) is not { } signer)
        {
            return false;
        }

        context.Close(task, CloseReason.Recused, by);
        Drop(context, signer, by);
        if (signer.Aside is { } aside)
        {
            Reopen(context, aside);
        }

        return true;
    }

    /// <summary>Removes a signer and whoever that signer added in turn.</summary>
    private static void Drop(ActivityContext context, AddedSigner signer, Actor by)
    {
        var memory = Memory(context);
        context.Remember(memory with { Added = memory.Added.Remove(signer), Seats = memory.Seats == 0 ? 0 : memory.Seats - 1 });
        if (signer.Opened is not { } opened)
        {
            return;
        }

        if (Bookmarks.Find<TaskBookmark>(context.Run, opened) is { } task)
        {
            context.Close(task, CloseReason.SignerRemoved, by);
        }

        foreach (var further in memory.Added.Where(a => a.Task == opened))
        {
            Drop(context, further, by);
        }
    }

    private static void Reopen(ActivityContext context, TaskBookmark aside)
    {
        var id = "";
        context.OpenTask(aside.Kind, aside.Candidates, task => aside with { Id = id = task.Id, Limit = Clocks.Current(context.Run, aside.Limit) });
        var memory = Memory(context);
        context.Remember(memory with
        {
            Added = [.. memory.Added.Select(a => a with { Task = a.Task == aside.Id ? id : a.Task, Opened = a.Opened == aside.Id ? id : a.Opened })],
        });
    }

    private static string Open(ActivityContext context, TaskBookmark like, string user)
    {
        var id = "";
        context.OpenTask(like.Kind, [Candidate.OfUser(user)], task => like with
        {
            Id = id = task.Id,
            Candidates = task.Candidates,
            Holder = null,
            Delegation = null,
            Limit = Clocks.Current(context.Run, like.Limit),
        });
        return id;
    }

    private static ReviewMemory Memory(ActivityContext context) => context.Memory<ReviewMemory>() ?? new ReviewMemory();
}
