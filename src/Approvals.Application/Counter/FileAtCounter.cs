using Approvals.Application.Audit;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Rights;

namespace Approvals.Application.Counter;

/// <summary>
/// A clerk begins an application for somebody who stands at the counter (窗口代办): the clerk has seen the document and says so,
/// and it is recorded with the draft, the case and its timeline.
/// </summary>
public sealed class FileAtCounter(FindPerson find, OpenDraft open, AuditLog audit)
{
    /// <param name="Service">The service's code.</param>
    /// <param name="Person">Who is present.</param>
    /// <param name="DocumentSeen">Whether the clerk has compared the person with the document.</param>
    public sealed record Request(string Service, FindPerson.Request Person, bool DocumentSeen);

    public async Task<Result<OpenDraft.Opened>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.IsAtCounter(user))
        {
            return Refusals.Forbidden;
        }

        if (!request.DocumentSeen)
        {
            return new Error("request.fields") { Fields = [new FieldError("documentSeen", "counter.documentNotSeen")] };
        }

        var offered = await open.OfferedAsync(request.Service, cancellationToken);
        if (!offered.IsSuccess)
        {
            return offered.Error;
        }

        var person = await find.HandleAsync(request.Person, user.Id, cancellationToken);
        if (!person.IsSuccess)
        {
            return person.Error;
        }

        if (person.Value == user.PersonId)
        {
            return new Error("counter.oneself", ErrorKind.Forbidden);
        }

        audit.Add(user.Id, "counter.filed", "person", person.Value.ToString());
        return await open.HandleAsync(new OpenDraft.Request(request.Service, person.Value), user, cancellationToken);
    }
}
