using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Approvals.Application.Migration;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Policies;

/// <summary>Names a way from one version of a service to another.</summary>
/// <param name="From">The version that cases follow.</param>
/// <param name="To">The version they shall follow.</param>
/// <param name="Activities">Places that staff named, where the suggested ones do not do: the new step's id by the old one's.</param>
internal sealed record MigrationRequest(Guid From, Guid To, [property: ItemLength(200)] IReadOnlyDictionary<string, string>? Activities = null) : IRequest;

/// <summary>Begins a migration.</summary>
/// <param name="From">The version that cases follow.</param>
/// <param name="To">The version they shall follow.</param>
/// <param name="Reason">Why; it stands in the audit.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it begins nothing twice.</param>
/// <param name="Activities">Places that staff named: the new step's id by the old one's.</param>
/// <param name="Cases">Numbers of the cases meant; empty or absent for every case under way.</param>
internal sealed record StartMigrationRequest(
    Guid From,
    Guid To,
    [property: StringLength(1000, MinimumLength = 1)] string Reason,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: ItemLength(200)] IReadOnlyDictionary<string, string>? Activities = null,
    [property: MaxLength(StartMigration.MostNamed), ItemLength(64)] IReadOnlyList<string>? Cases = null) : IRequest;

/// <summary>Moving cases under way to another version: a trial first, then batches with progress and a way back.</summary>
internal static class MigrationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var migrations = api.MapGroup("/policy/migrations").WithTags("Policies");
        migrations.MapGet("/", List);
        migrations.MapPost("/", Start);
        migrations.MapPost("/plan", Plan);
        migrations.MapPost("/trial", Try);
        migrations.MapGet("/{id:guid}", Read);
        migrations.MapGet("/{id:guid}/cases", ListCases);
        migrations.MapPost("/{id:guid}/stop", Stop);
        migrations.MapPost("/{id:guid}/rollback", RollBack);
    }

    /// <summary>The latest batches, of a service or of all.</summary>
    private static Task<Results<Ok<IReadOnlyList<MigrationBatchDto>>, ErrorResult>> List(
        string? service, MigrationList migrations, CurrentUser user, CancellationToken cancellationToken) =>
        migrations.ListAsync(string.IsNullOrEmpty(service) ? null : service, user, cancellationToken).ToHttp();

    /// <summary>Begins a batch; of every case of a version only one at a time.</summary>
    private static async Task<Results<Ok<MigrationBatchDto>, ErrorResult>> Start(
        StartMigrationRequest request, StartMigration start, MigrationList migrations, CurrentUser user, CancellationToken cancellationToken)
    {
        var started = await start.HandleAsync(
            new StartMigration.Request(request.From, request.To, Places(request.Activities), [.. request.Cases ?? []], request.Reason, request.IdempotencyKey),
            user,
            cancellationToken);
        return started.IsSuccess ? await migrations.FindAsync(started.Value, user, cancellationToken).ToHttp() : new ErrorResult(started.Error);
    }

    /// <summary>Where each step of the old version would go; nothing is written.</summary>
    private static Task<Results<Ok<MigrationPlanDto>, ErrorResult>> Plan(
        MigrationRequest request, TrialMigration trial, CurrentUser user, CancellationToken cancellationToken) =>
        trial.PlanAsync(Of(request), user, cancellationToken).ToHttp();

    /// <summary>What would become of each case under way, a page at a time; nothing is written.</summary>
    private static Task<Results<Ok<Page<TrialCaseDto>>, ErrorResult>> Try(
        MigrationRequest request, string? cursor, TrialMigration trial, CurrentUser user, CancellationToken cancellationToken) =>
        trial.ListAsync(Of(request), cursor, user, cancellationToken).ToHttp();

    /// <summary>A batch and how far it is.</summary>
    private static Task<Results<Ok<MigrationBatchDto>, ErrorResult>> Read(
        Guid id, MigrationList migrations, CurrentUser user, CancellationToken cancellationToken) => migrations.FindAsync(id, user, cancellationToken).ToHttp();

    /// <summary>What became of each case of a batch.</summary>
    private static Task<Results<Ok<Page<MigratedCaseDto>>, ErrorResult>> ListCases(
        Guid id, MigrationOutcome? outcome, string? cursor, MigrationList migrations, CurrentUser user, CancellationToken cancellationToken) =>
        migrations.CasesAsync(id, outcome, cursor, user, cancellationToken).ToHttp();

    /// <summary>Stops a batch; what was migrated stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> Stop(Guid id, EndMigration end, CurrentUser user, CancellationToken cancellationToken) =>
        end.StopAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>Sends back every case of a batch that has not gone on since.</summary>
    private static Task<Results<NoContent, ErrorResult>> RollBack(
        Guid id, ReasonRequest request, EndMigration end, CurrentUser user, CancellationToken cancellationToken) =>
        end.RollBackAsync(id, request.Reason, user, cancellationToken).ToNoContent();

    private static TrialMigration.Request Of(MigrationRequest request) => new(request.From, request.To, Places(request.Activities));

    private static ImmutableSortedDictionary<string, string> Places(IReadOnlyDictionary<string, string>? named) =>
        (named ?? ImmutableSortedDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
