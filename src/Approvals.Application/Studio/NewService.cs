using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Studio.Variants;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>
/// Begins a service that was not there: from the smallest that runs, as a copy of a version of another, or as a variant of one for a region. It is a
/// draft until somebody publishes it.
/// </summary>
public sealed partial class NewService(ApprovalsDbContext context, WriteTransaction transaction, DraftRows rows, VariantSource variants, AuditLog audit)
{
    private const string Descriptor = "service.json";
    private const string Definition = "workflow.json";

    /// <param name="Code">Its code: small letters, digits and hyphens.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="CopyOf">The version to copy; null for the smallest service, and for a variant.</param>
    /// <param name="VariantOf">The published version to inherit from; null for what stands alone.</param>
    /// <param name="Region">The code of the region of a variant.</param>
    public sealed record Request(string Code, LocalText Name, Guid? CopyOf, Guid? VariantOf = null, string? Region = null);

    public async Task<Result<NewDraftDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        if (!Code().IsMatch(request.Code))
        {
            return new Error("studio.code") { Fields = [new FieldError("code", "studio.code")] };
        }

        if (await context.ServiceVersions.AnyAsync(v => v.ServiceCode == request.Code, cancellationToken))
        {
            return new Error("studio.codeTaken", ErrorKind.Conflict).With("code", request.Code);
        }

        var source = await SourceAsync(request, cancellationToken);
        var number = await FreeNumberAsync(cancellationToken);
        if (!source.IsSuccess || number is null)
        {
            return source.Error ?? new Error("studio.noNumber", ErrorKind.Conflict);
        }

        CommandText[] own = [.. Named(source.Value, request, number)];
        var files = EditDraft.Read(own).Bind(commands => DraftCommands.Apply(source.Value, commands)).Bind(named => VariantDraft.Keep(source.Value, named, own, request.Code));
        return files.IsSuccess ? await AddAsync(request, number, files.Value, user, cancellationToken) : files.Error;
    }

    private async Task<Result<NewDraftDto>> AddAsync(Request request, string number, DraftFiles files, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await rows.AddAsync(new DraftRows.Wanted(request.Code, number, request.Name, files, Begins: true), user, cancellationToken);
        audit.Add(user.Id, "studio.created", "serviceVersion", row.Id.ToString(), Said(request));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new NewDraftDto(row.Id, row.ServiceCode, row.Number)
            : new Error("studio.codeTaken", ErrorKind.Conflict).With("code", request.Code);
    }

    private static string Said(Request request) => JsonSerializer.Serialize(
        new { service = request.Code, copyOf = request.CopyOf, variantOf = request.VariantOf, region = request.VariantOf is null ? null : request.Region }, JsonSerializerOptions.Web);

    private async Task<Result<DraftFiles>> SourceAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.VariantOf is { } variantOf)
        {
            return request.CopyOf is null ? await variants.BeginAsync(variantOf, request.Region, cancellationToken) : new Error("studio.variant.orCopy");
        }

        if (request.CopyOf is not { } copyOf)
        {
            return SmallestService.Files();
        }

        var isThere = await context.ServiceVersions.AnyAsync(v => v.Id == copyOf && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        return isThere ? DraftFiles.Of(await PackageRows.FilesAsync(context, copyOf, cancellationToken)) : new Error("policies.unknownVersion", ErrorKind.NotFound);
    }

    private async Task<string?> FreeNumberAsync(CancellationToken cancellationToken)
    {
        var taken = await context.ServiceVersions.AsNoTracking().Where(v => v.NumberCode != null).Select(v => v.NumberCode!).Distinct().ToListAsync(cancellationToken);
        return Enumerable.Range(1, 99).Select(n => n.ToString("00", CultureInfo.InvariantCulture)).FirstOrDefault(n => !taken.Contains(n));
    }

    private static IEnumerable<CommandText> Named(DraftFiles files, Request request, string number)
    {
        yield return Set(Descriptor, "/code", request.Code);
        yield return Set(Descriptor, "/number", number);
        yield return Set(Descriptor, "/name", request.Name);
        if (files.Files.ContainsKey(Definition))
        {
            yield return Set(Definition, "/definitionId", request.Code);
            yield return Set(Definition, "/name", request.Name.Zh);
        }

        if (request is { VariantOf: not null, Region: { } region })
        {
            yield return VariantDraft.OfferedIn(files, region);
        }
    }

    private static CommandText Set<T>(string file, string at, T value) => new("value.set", file, at, Value: JsonSerializer.SerializeToElement(value));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Code();
}
