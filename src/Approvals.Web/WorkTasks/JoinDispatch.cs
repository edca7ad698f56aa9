using Approvals.Application.Rights;
using Approvals.Application.Tasks;

namespace Approvals.Web.WorkTasks;

/// <summary>Sends the acts that bring in others, or change a clock, to their use cases.</summary>
internal sealed class JoinDispatch(
    DelegateTask delegating, TakeBackTask takingBack, AddSigner adding, RemoveSigner removing, AskOpinion asking, CopyCase copying, ExtendLimit extending, StopClock stopping)
{
    /// <summary>The act under way; null when it is none of these.</summary>
    public Task<Result<ActDone>>? Find(Guid task, string act, ActRequest request, CurrentUser user, CancellationToken cancellationToken) => act switch
    {
        "delegate" => To(request, to => delegating.HandleAsync(new(task, request.Etag, to, Note(request), request.IdempotencyKey), user, cancellationToken)),
        "takeBack" => takingBack.HandleAsync(new(task, Note(request), request.IdempotencyKey), user, cancellationToken),
        "addSigner" when request.Place is not { } => ActDispatch.Missing("place"),
        "addSigner" => To(request, to => adding.HandleAsync(new(task, request.Etag, to, request.Place!.Value, Note(request), request.IdempotencyKey), user, cancellationToken)),
        "removeSigner" => To(request, to => removing.HandleAsync(new(task, to, Note(request), request.IdempotencyKey), user, cancellationToken)),
        "askOpinion" => To(request, to => asking.HandleAsync(new(task, request.Etag, to, Note(request), request.IdempotencyKey), user, cancellationToken)),
        "copy" => copying.HandleAsync(new(task, request.Etag, request.People ?? [], Note(request), request.IdempotencyKey), user, cancellationToken),
        "extend" when request.Length is not { } => ActDispatch.Missing("length"),
        "extend" => extending.HandleAsync(new(task, request.Etag, request.Length!.Value, Note(request), request.IdempotencyKey), user, cancellationToken),
        "stopClock" or "resumeClock" => stopping.HandleAsync(
            new(task, request.Etag, act == "stopClock", Note(request), request.IdempotencyKey), user, cancellationToken),
        _ => null,
    };

    private static Task<Result<ActDone>> To(ActRequest request, Func<Guid, Task<Result<ActDone>>> act) =>
        request.To is { } to ? act(to) : ActDispatch.Missing("to");

    private static string? Note(ActRequest request) => request.Reason ?? request.Opinion;
}
