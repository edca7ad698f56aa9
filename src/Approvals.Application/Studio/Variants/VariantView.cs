using Approvals.Application.Database;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Variants;

/// <summary>A newer version of the base that a variant may take over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
public sealed record NewerBaseDto(Guid Id, int Number);

/// <summary>A change of a variant that did not fit a newer base.</summary>
/// <param name="Id">Its id, to dismiss it by.</param>
/// <param name="File">The file that it was about.</param>
/// <param name="What">What it did to the older base, a line each; empty where it did nothing.</param>
/// <param name="Why">What stood in the way, and where.</param>
public sealed record SetAsideDto(string Id, string File, IReadOnlyList<string> What, string Why);

/// <summary>What a version inherits from.</summary>
/// <param name="Service">The code of the base's service.</param>
/// <param name="Name">That service's name; its code where it is not here.</param>
/// <param name="Number">The number of the base's version.</param>
/// <param name="BaseId">That version; null where it is not here.</param>
/// <param name="Region">The name of the region that the variant is for; its code where it is not known.</param>
/// <param name="Newer">The version of the base in force where it is newer; null where there is nothing to take over.</param>
/// <param name="SetAside">What did not fit when a newer base was taken over, until it is dismissed.</param>
public sealed record VariantDto(
    string Service, string Name, int Number, Guid? BaseId, string Region, NewerBaseDto? Newer, IReadOnlyList<SetAsideDto> SetAside);

/// <summary>Says what a version inherits from, and whether there is a newer base.</summary>
public sealed class VariantView(ApprovalsDbContext context, VariantBases bases)
{
    /// <summary>What a version inherits from; null when it is no variant, or what makes it one cannot be read.</summary>
    internal async Task<VariantDto?> OfAsync(Guid version, string language, CancellationToken cancellationToken)
    {
        var content = await context.PackageFiles.AsNoTracking().Where(f => f.ServiceVersionId == version && f.Path == Variant.FileName).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        if (content is null)
        {
            return null;
        }

        var read = Variant.Read(DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [Variant.FileName] = content }));
        return read.IsSuccess ? await TellAsync(read.Value, language, cancellationToken) : null;
    }

    private async Task<VariantDto> TellAsync(Variant variant, string language, CancellationToken cancellationToken)
    {
        var known = await bases.FindAsync(variant.Service, variant.Number, cancellationToken);
        var live = await bases.InForceAsync(variant.Service, cancellationToken);
        var region = await context.Regions.AsNoTracking().Where(r => r.Code == variant.Region).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
        return new VariantDto(
            variant.Service, (known ?? live)?.Name.In(language) ?? variant.Service, variant.Number, known?.Id, region?.In(language) ?? variant.Region,
            known is not null && live is not null && live.Number > variant.Number ? new NewerBaseDto(live.Id, live.Number) : null,
            [.. variant.SetAside.Select(s => new SetAsideDto(s.Id, s.Command.File, [.. s.What.Select(w => w.In(language))], s.Why.In(language)))]);
    }
}
