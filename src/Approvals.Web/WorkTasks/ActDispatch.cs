using Approvals.Application.Rights;
using Approvals.Application.Tasks;

namespace Approvals.Web.WorkTasks;

/// <summary>Sends an act to its use case; what is not special is an outcome of the task.</summary>
internal sealed class ActDispatch(CompleteTask complete, ReturnTask @return, CorrectTask correct, TransferTask transfer, Recuse recuse, JoinDispatch joining)
{
    public Task<Result<ActDone>> HandleAsync(Guid task, string act, ActRequest request, CurrentUser user, CancellationToken cancellationToken) => act switch
    {
        "return" when request.Target is { Length: > 0 } target => @return.HandleAsync(
            new ReturnTask.Request(task, request.Etag, target, request.Reason ?? request.Opinion, request.IdempotencyKey)
            {
                Fields = request.Fields ?? [], FieldNotes = request.FieldNotes ?? new Dictionary<string, string>(), Documents = request.Documents ?? [],
            },
            user,
            cancellationToken),
        "return" => Missing("target"),
        "correct" => correct.HandleAsync(
            new CorrectTask.Request(task, request.Etag, request.Reason ?? request.Opinion, request.IdempotencyKey)
            {
                Fields = request.Fields ?? [], FieldNotes = request.FieldNotes ?? new Dictionary<string, string>(), Documents = request.Documents ?? [],
            },
            user,
            cancellationToken),
        "transfer" when request.To is { } to => transfer.HandleAsync(
            new TransferTask.Request(task, request.Etag, to, request.Reason ?? request.Opinion, request.IdempotencyKey), user, cancellationToken),
        "transfer" => Missing("to"),
        "recuse" => recuse.HandleAsync(
            new Recuse.Request(task, request.Etag, request.Reason ?? request.Opinion, request.IdempotencyKey), user, cancellationToken),
        _ => joining.Find(task, act, request, user, cancellationToken) ?? complete.HandleAsync(Completion(task, act, request), user, cancellationToken),
    };

    private static CompleteTask.Request Completion(Guid task, string act, ActRequest request) => new(task, request.Etag, act, request.IdempotencyKey)
    {
        Opinion = request.Opinion ?? request.Reason,
        Form = request.Ballot?.Sheet ?? request.Form,
        Promised = request.Promised ?? [],
        Ballot = request.Ballot?.Choice,
    };

    internal static Task<Result<ActDone>> Missing(string field) =>
        Task.FromResult<Result<ActDone>>(new Error("request.fields") { Fields = [new FieldError(field, "request.missing")] });
}
