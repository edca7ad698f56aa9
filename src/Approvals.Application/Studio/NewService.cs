using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Begins a service that was not there: from the smallest that runs, or as a copy of a version of another. It is a draft until somebody publishes it.</summary>
public sealed partial class NewService(ApprovalsDbContext context, WriteTransaction transaction, DraftRows rows, AuditLog audit)
{
    private const string Descriptor = "service.json";
    private const string Definition = "workflow.json";

    /// <param name="Code">Its code: small letters, digits and hyphens.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="CopyOf">The version to copy; null for the smallest service.</param>
    public sealed record Request(string Code, LocalText Name, Guid? CopyOf);

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

        var source = await SourceAsync(request.CopyOf, cancellationToken);
        var number = await FreeNumberAsync(cancellationToken);
        if (!source.IsSuccess || number is null)
        {
            return source.Error ?? new Error("studio.noNumber", ErrorKind.Conflict);
        }

        var files = DraftCommands.Apply(source.Value, Named(source.Value, request, number));
        return files.IsSuccess ? await AddAsync(request, number, files.Value, user, cancellationToken) : files.Error;
    }

    private async Task<Result<NewDraftDto>> AddAsync(Request request, string number, DraftFiles files, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await rows.AddAsync(new DraftRows.Wanted(request.Code, number, request.Name, files, Begins: true), user, cancellationToken);
        audit.Add(user.Id, "studio.created", "serviceVersion", row.Id.ToString(), JsonSerializer.Serialize(new { service = row.ServiceCode, copyOf = request.CopyOf }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new NewDraftDto(row.Id, row.ServiceCode, row.Number)
            : new Error("studio.codeTaken", ErrorKind.Conflict).With("code", request.Code);
    }

    private async Task<Result<DraftFiles>> SourceAsync(Guid? copyOf, CancellationToken cancellationToken)
    {
        if (copyOf is null)
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

    private static IEnumerable<DraftCommand> Named(DraftFiles files, Request request, string number)
    {
        yield return Set(Descriptor, "code", request.Code);
        yield return Set(Descriptor, "number", number);
        yield return Set(Descriptor, "name", request.Name);
        if (files.Files.ContainsKey(Definition))
        {
            yield return Set(Definition, "definitionId", request.Code);
            yield return Set(Definition, "name", request.Name.Zh);
        }
    }

    private static SetValue Set<T>(string file, string property, T value) => new(file, new JsonAddress([property]), JsonSerializer.SerializeToElement(value));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Code();
}
