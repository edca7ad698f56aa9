using System.ComponentModel.DataAnnotations;
using Approvals.Application.Jobs;
using Approvals.Application.Retention;
using Approvals.Application.Rights;
using Approvals.Application.Upkeep;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Upkeep;

/// <summary>Changes when a job runs, or pauses it.</summary>
/// <param name="Etag">From the job.</param>
/// <param name="Words">When it runs, in words of either language (see the page) or as Quartz's cron expression; absent to leave it.</param>
/// <param name="Paused">Whether it rests; absent to leave it.</param>
internal sealed record ChangeScheduleRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 2)] string? Words = null,
    bool? Paused = null) : IRequest;

/// <summary>Places a legal hold on a case.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Reason">Why, such as a court's reference.</param>
internal sealed record HoldRequest([property: StringLength(40, MinimumLength = 5)] string Number, [property: StringLength(500, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>Lifts a case's legal hold.</summary>
/// <param name="Number">The case's number.</param>
internal sealed record LiftRequest([property: StringLength(40, MinimumLength = 5)] string Number) : IRequest;

/// <summary>A run that was asked for.</summary>
/// <param name="Run">The run: a new one, or the one of the job that is not over yet.</param>
internal sealed record RunAskedDto(string Run);

/// <summary>How the product runs, and what operators do about it.</summary>
internal static class UpkeepEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/admin/operations").WithTags("Operations");
        operations.MapGet("/", Read);
        operations.MapGet("/schedule", ReadSchedule);
        operations.MapGet("/jobs/{name}", History);
        operations.MapPut("/jobs/{name}", Change);
        operations.MapPost("/jobs/{name}/run", Run);
        operations.MapPost("/jobs/{name}/stop", Stop);
        operations.MapGet("/retention", ReadRetention);
        operations.MapPost("/holds", Hold);
        operations.MapPost("/holds/lift", Lift);
    }

    /// <summary>Jobs, queues and nodes as they are now; counts and codes, never what a case says.</summary>
    private static Task<Results<Ok<UpkeepDto>, ErrorResult>> Read(ReadUpkeep read, CurrentUser user, CancellationToken cancellationToken) =>
        read.HandleAsync(user, cancellationToken).ToHttp();

    /// <summary>What a plan in words means, with its next instants.</summary>
    /// <param name="words">The words, or a cron expression.</param>
    private static Results<Ok<ReadScheduleDto>, ErrorResult> ReadSchedule(string? words, ChangeSchedule change, CurrentUser user) => change.Read(words ?? "", user).ToHttp();

    /// <summary>The past runs of a job with what went wrong in them.</summary>
    private static Task<Results<Ok<JobHistoryDto>, ErrorResult>> History(string name, JobList jobs, CurrentUser user, CancellationToken cancellationToken) =>
        jobs.HistoryAsync(name, user, cancellationToken).ToHttp();

    /// <summary>Changes when a job runs, or pauses it and lets it go on.</summary>
    private static Task<Results<NoContent, ErrorResult>> Change(
        string name, ChangeScheduleRequest request, ChangeSchedule change, CurrentUser user, CancellationToken cancellationToken) =>
        change.HandleAsync(new ChangeSchedule.Request(name, request.Etag, request.Words, request.Paused), user, cancellationToken).ToNoContent();

    /// <summary>Lets a job run at once; while a run is not over, asking again asks for the same one.</summary>
    private static async Task<Results<Ok<RunAskedDto>, ErrorResult>> Run(string name, RunJobNow run, CurrentUser user, CancellationToken cancellationToken) =>
        (await run.HandleAsync(name, user, cancellationToken)).Map(id => new RunAskedDto(id.ToString())).ToHttp();

    /// <summary>Stops the run of a job after the chunk it is at; what is done stays done.</summary>
    private static Task<Results<NoContent, ErrorResult>> Stop(string name, StopRun stop, CurrentUser user, CancellationToken cancellationToken) =>
        stop.HandleAsync(name, user, cancellationToken).ToNoContent();

    /// <summary>The dry run of retention: what its jobs would archive and erase today, and what stands against it. Nothing is touched.</summary>
    private static Task<Results<Ok<RetentionDto>, ErrorResult>> ReadRetention(RetentionPreview preview, CurrentUser user, CancellationToken cancellationToken) =>
        preview.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>Places a legal hold: while it holds, nothing of the case is destroyed.</summary>
    private static Task<Results<NoContent, ErrorResult>> Hold(HoldRequest request, HoldCase hold, CurrentUser user, CancellationToken cancellationToken) =>
        hold.PlaceAsync(new HoldCase.Request(request.Number, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>Lifts a case's legal hold.</summary>
    private static Task<Results<NoContent, ErrorResult>> Lift(LiftRequest request, HoldCase hold, CurrentUser user, CancellationToken cancellationToken) =>
        hold.LiftAsync(request.Number, user, cancellationToken).ToNoContent();
}
