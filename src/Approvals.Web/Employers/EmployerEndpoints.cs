using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Employers;

/// <summary>Employers, who acts for them, and the officers who verify both.</summary>
internal static class EmployerEndpoints
{
    /// <summary>More than any proof may have, so that one that is too large is refused with the limit.</summary>
    internal const long ProofLimit = 64L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var mandates = api.MapGroup("/mandates").WithTags("Employers");
        mandates.MapGet("/", Read);
        mandates.MapPost("/", Ask);
        mandates.MapPost("/{id:guid}/documents", HandIn).TakesFile().RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(ProofLimit)).DisableAntiforgery();
        mandates.MapPost("/{id:guid}/decision", Decide);
        mandates.MapPost("/{id:guid}/revoke", Revoke);
        var desk = api.MapGroup("/employer-desk").WithTags("Employers");
        desk.MapGet("/", List);
        desk.MapGet("/{id:guid}", ReadFile);
        desk.MapPost("/{id:guid}/changes", Change);
        api.MapGet("/employers/{id:guid}/dates", ReadDates).WithTags("Employers");
    }

    /// <summary>The reader's mandates, and those of others for the same employers.</summary>
    private static Task<Results<Ok<MandatesDto>, ErrorResult>> Read(MandateList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>Asks to act for an employer; one that is new is registered with it.</summary>
    private static async Task<Results<Ok<MandateAskedDto>, ErrorResult>> Ask(
        AskMandateRequest request, AskMandate ask, CurrentUser user, CancellationToken cancellationToken) =>
        (await ask.HandleAsync(new AskMandate.Request(request.Uscc, request.Name, request.Region, request.From, request.To), user, cancellationToken))
            .Map(id => new MandateAskedDto(id.ToString())).ToHttp();

    /// <summary>Takes one proof: <c>powerOfAttorney</c> or <c>registration</c>.</summary>
    private static async Task<Results<NoContent, ErrorResult>> HandIn(
        Guid id, string? type, HttpRequest request, HandInProof proofs, CurrentUser user, CancellationToken cancellationToken)
    {
        var file = await FilePart.FindAsync(request, cancellationToken);
        return await proofs.HandleAsync(new HandInProof.Request(id, type, file?.Name ?? "", file?.Content), user, cancellationToken).ToNoContent();
    }

    /// <summary>Grants or refuses a mandate.</summary>
    private static Task<Results<NoContent, ErrorResult>> Decide(
        Guid id, DecideMandateRequest request, DecideMandate decide, CurrentUser user, CancellationToken cancellationToken) =>
        decide.HandleAsync(new DecideMandate.Request(id, request.Granted, request.Reason, request.Etag), user, cancellationToken).ToNoContent();

    /// <summary>Ends a mandate; one that is over stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> Revoke(
        Guid id, RevokeMandateRequest request, RevokeMandate revoke, CurrentUser user, CancellationToken cancellationToken) =>
        revoke.HandleAsync(new RevokeMandate.Request(id, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>The employers of the reader's region whose mandates wait; with a text the first hundred by name or code, those that wait first.</summary>
    private static Task<Results<Ok<EmployerDeskDto>, ErrorResult>> List(
        string? q, EmployerDesk desk, CurrentUser user, CancellationToken cancellationToken) => desk.ListAsync(q, user, cancellationToken).ToHttp();

    /// <summary>An employer with its agents and its history.</summary>
    private static Task<Results<Ok<EmployerFileDto>, ErrorResult>> ReadFile(Guid id, EmployerDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Records that an employer was renamed, merged or deregistered.</summary>
    private static Task<Results<NoContent, ErrorResult>> Change(
        Guid id, ChangeEmployerRequest request, ChangeOrganisation change, CurrentUser user, CancellationToken cancellationToken) =>
        change.HandleAsync(
            new ChangeOrganisation.Request(id, request.Kind, request.Name, request.Into, request.On, request.Reason, request.Etag), user, cancellationToken).ToNoContent();

    /// <summary>The days an employer has to think of, soonest first.</summary>
    private static Task<Results<Ok<IReadOnlyList<EmployerDateDto>>, ErrorResult>> ReadDates(
        Guid id, EmployerDates dates, CurrentUser user, CancellationToken cancellationToken) => dates.ReadAsync(id, user, cancellationToken).ToHttp();
}
