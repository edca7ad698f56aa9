using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Compare;
using Approvals.Domain.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>A difference between two versions, in words.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Act">Added, changed, moved or removed.</param>
/// <param name="Text">The whole difference in one sentence.</param>
/// <param name="What">What differs, without the values.</param>
/// <param name="Before">How it was; null when it was not there.</param>
/// <param name="After">How it is; null when it is gone.</param>
/// <param name="File">The file.</param>
/// <param name="Place">Where in the file: the address of what differs.</param>
/// <param name="Activity">The step, where it is about one.</param>
public sealed record DifferenceDto(
    DifferenceArea Area, DifferenceAct Act, string Text, string What, string? Before, string? After, string File, string? Place, string? Activity);

/// <summary>What differs between two versions of a service, or between a variant and its base.</summary>
/// <param name="From">The number of the older.</param>
/// <param name="To">The number of the newer.</param>
/// <param name="Changes">The differences, in the order of the files.</param>
/// <param name="More">Whether there are more than are told.</param>
public sealed record ComparisonDto(int From, int To, IReadOnlyList<DifferenceDto> Changes, bool More);

/// <summary>Compares any two versions of one service in words, and a variant with any version of the service that it inherits from.</summary>
public sealed class CompareVersions(ApprovalsDbContext context, MessageCatalog texts)
{
    private const int Most = 1_000;

    public async Task<Result<ComparisonDto>> HandleAsync(Guid from, Guid to, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await context.ServiceVersions.AsNoTracking()
            .Where(v => (v.Id == from || v.Id == to) && v.ServiceCode != ServiceVersion.SharedCode).ToListAsync(cancellationToken);
        var (old, @new) = (rows.Find(v => v.Id == from), rows.Find(v => v.Id == to));
        if (old is null || @new is null)
        {
            return new Error("policies.unknownVersion", from == Guid.Empty || to == Guid.Empty ? ErrorKind.Invalid : ErrorKind.NotFound);
        }

        var (before, after) = (await FilesAsync(from, cancellationToken), await FilesAsync(to, cancellationToken));
        var isOne = old.ServiceCode == @new.ServiceCode;
        if (!isOne && !Inherits(after, old) && !Inherits(before, @new))
        {
            return new Error("studio.compareOne");
        }

        // That it is a variant is no difference of the policy.
        var changes = DraftFileChange.Between(before, after).Where(c => isOne || c.Path != Variant.FileName);
        var found = FileComparison.Of(changes, texts.Texts);
        return new ComparisonDto(old.Number, @new.Number, [.. found.Take(Most).Select(d => Tell(d, user.Language))], found.Length > Most);
    }

    private static bool Inherits(DraftFiles files, ServiceVersion from) => Variant.Read(files) is { IsSuccess: true } variant && variant.Value.Service == from.ServiceCode;

    private static DifferenceDto Tell(Difference found, string language) => new(
        found.Area, found.Act, found.Text.In(language), found.What.In(language), found.Before?.In(language), found.After?.In(language), found.File, found.Place, found.Activity);

    private async Task<DraftFiles> FilesAsync(Guid version, CancellationToken cancellationToken) =>
        DraftFiles.Of(await PackageRows.FilesAsync(context, version, cancellationToken));
}
