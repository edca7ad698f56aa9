using System.ComponentModel.DataAnnotations;
using Approvals.Application.Feedback;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Feedback;

/// <summary>Rates how a case was handled.</summary>
/// <param name="Level">One (worst) to five (best).</param>
/// <param name="Text">What there is to say, or null.</param>
/// <param name="Named">Whether the officer learns who rates; only named ones are called back.</param>
internal sealed record RateRequest(int Level, [property: StringLength(2000)] string? Text = null, bool Named = true) : IRequest;

/// <summary>Complains about how a case is handled.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">What happened.</param>
/// <param name="IdempotencyKey">Made for this one click.</param>
internal sealed record ComplainRequest(
    ComplaintTopic Topic,
    [property: StringLength(5000, MinimumLength = 5)] string Text,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey) : IRequest;

/// <summary>Records a call to whoever rated or complained.</summary>
/// <param name="Etag">The version that was seen.</param>
/// <param name="Note">What was said.</param>
internal sealed record ContactRequest(
    [property: StringLength(40, MinimumLength = 1)] string Etag, [property: StringLength(2000, MinimumLength = 2)] string Note) : IRequest;

/// <summary>Answers a rating or complaint.</summary>
/// <param name="Etag">The version that was seen.</param>
/// <param name="Text">The answer.</param>
/// <param name="Outcome">What came out of a complaint; null for a rating.</param>
internal sealed record AnswerRequest(
    [property: StringLength(40, MinimumLength = 1)] string Etag,
    [property: StringLength(5000, MinimumLength = 2)] string Text,
    ComplaintOutcome? Outcome = null) : IRequest;

/// <summary>Ratings and complaints, and the officers who see to them.</summary>
internal static class FeedbackEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/feedback", Own).WithTags("Feedback");
        api.MapPost("/cases/{id:guid}/rating", Rate).WithTags("Feedback");
        api.MapPost("/cases/{id:guid}/complaints", Complain).WithTags("Feedback");
        api.MapGet("/work/feedback", ForOfficer).WithTags("Feedback");
        api.MapPost("/work/feedback/{id:guid}/contact", Contact).WithTags("Feedback");
        api.MapPost("/work/feedback/{id:guid}/answer", Answer).WithTags("Feedback");
    }

    /// <summary>The reader's ratings and complaints, newest first, or those about one case.</summary>
    private static Task<Results<Ok<Page<FeedbackDto>>, ErrorResult>> Own(
        FeedbackList list, CurrentUser user, CancellationToken cancellationToken, Guid? @case = null, string? cursor = null) =>
        list.OwnAsync(@case, cursor, user, cancellationToken).ToHttp();

    /// <summary>Rates a case that has ended, once; the first rating stands.</summary>
    private static Task<Results<Ok<FeedbackDto>, ErrorResult>> Rate(
        Guid id, RateRequest request, RateCase rate, FeedbackList list, CurrentUser user, CancellationToken cancellationToken) =>
        WrittenAsync(rate.HandleAsync(new RateCase.Request(id, request.Level, request.Text, request.Named), user, cancellationToken), list, user, cancellationToken);

    /// <summary>Complains about a case.</summary>
    private static Task<Results<Ok<FeedbackDto>, ErrorResult>> Complain(
        Guid id, ComplainRequest request, FileComplaint file, FeedbackList list, CurrentUser user, CancellationToken cancellationToken) =>
        WrittenAsync(
            file.HandleAsync(new FileComplaint.Request(id, request.Topic, request.Text, request.IdempotencyKey), user, cancellationToken), list, user, cancellationToken);

    /// <summary>What the officer's region was rated and complained about: what waits, or what is done with.</summary>
    private static Task<Results<Ok<Page<FeedbackDto>>, ErrorResult>> ForOfficer(
        FeedbackList list, CurrentUser user, CancellationToken cancellationToken, bool done = false, string? cursor = null) =>
        list.ForOfficerAsync(!done, cursor, user, cancellationToken).ToHttp();

    /// <summary>Records that they were called.</summary>
    private static Task<Results<NoContent, ErrorResult>> Contact(
        Guid id, ContactRequest request, ContactAbout contact, CurrentUser user, CancellationToken cancellationToken) =>
        contact.HandleAsync(new ContactAbout.Request(id, request.Etag, request.Note), user, cancellationToken).ToNoContent();

    /// <summary>Answers, after they were called.</summary>
    private static Task<Results<NoContent, ErrorResult>> Answer(
        Guid id, AnswerRequest request, AnswerFeedback answer, CurrentUser user, CancellationToken cancellationToken) =>
        answer.HandleAsync(new AnswerFeedback.Request(id, request.Etag, request.Text, request.Outcome), user, cancellationToken).ToNoContent();

    private static async Task<Results<Ok<FeedbackDto>, ErrorResult>> WrittenAsync(
        Task<Result<Guid>> written, FeedbackList list, CurrentUser user, CancellationToken cancellationToken) =>
        await written is { IsSuccess: true } done
            ? (await list.ReadOwnAsync(done.Value, user, cancellationToken)).ToHttp()
            : new ErrorResult((await written).Error!);
}
