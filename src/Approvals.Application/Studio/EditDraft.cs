using System.Text.Json;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Application.Studio;

/// <summary>
/// Changes a draft by commands: all of them or none. What others changed since the page read the draft stays: where it is something else both
/// stand, where it is the same thing the change is refused with who, when and what.
/// </summary>
public sealed class EditDraft(DraftDesk desk, DraftOverlap overlap)
{
    /// <summary>The most commands of one change.</summary>
    public const int MostCommands = 200;

    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="Draft">The draft.</param>
    /// <param name="Base">The revision that the change was made on.</param>
    /// <param name="Key">Made by the page for this one change.</param>
    /// <param name="Commands">What to do.</param>
    public sealed record Request(Guid Draft, int Base, string Key, IReadOnlyList<CommandText> Commands);

    public async Task<Result<DraftEditedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var commands = Read(request.Commands);
        return commands.IsSuccess
            ? await desk.RunAsync(request.Draft, $"edit:{user.Id:N}:{request.Key}", user, at => PlanAsync(at, request, commands.Value, user, cancellationToken), cancellationToken)
            : commands.Error;
    }

    /// <summary>The commands of texts; the first that cannot be read is the error.</summary>
    internal static Result<IReadOnlyList<DraftCommand>> Read(IReadOnlyList<CommandText> texts)
    {
        List<DraftCommand> commands = [];
        foreach (var text in texts)
        {
            var command = DraftCommands.Read(text);
            if (!command.IsSuccess)
            {
                return command.Error;
            }

            commands.Add(command.Value);
        }

        return Result<IReadOnlyList<DraftCommand>>.Success(commands);
    }

    private async Task<Result<DraftPlan>> PlanAsync(
        DraftAtHand at, Request request, IReadOnlyList<DraftCommand> commands, CurrentUser user, CancellationToken cancellationToken)
    {
        string[] targets = [.. commands.SelectMany(c => c.Targets).Distinct(StringComparer.Ordinal)];
        var since = at.Row.Revision > request.Base ? await overlap.SinceAsync(at.Row.Id, request.Base, cancellationToken) : [];
        if (DraftOverlap.Meeting(since, targets) is { } met)
        {
            return await overlap.OvertakenAsync("studio.overtaken", met, user.Language, cancellationToken);
        }

        var changed = DraftCommands.Apply(at.Files, commands).Bind(files => VariantDraft.Keep(at.Files, files, request.Commands, $"{at.Row.Id:N}:{at.Row.Revision + 1}"));
        return changed.Map(files => new DraftPlan(
            files, DraftEditKind.Edit, JsonSerializer.Serialize(request.Commands, Kept), targets, since.Count > 0)
        {
            Said = [.. request.Commands.Select(c => c.Kind).Distinct(StringComparer.Ordinal)],
        });
    }
}
