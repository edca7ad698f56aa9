using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.TestKit.Cases;

/// <summary>Further versions of the small package: changed as text, brought in by an editor, published by an approver.</summary>
public sealed class PackageVersions
{
    private readonly CaseHost _host;

    private PackageVersions(CaseHost host, CurrentUser editor, CurrentUser approver, CurrentUser operatorUser) =>
        (_host, Editor, Approver, Operator) = (host, editor, approver, operatorUser);

    public CurrentUser Editor { get; }

    public CurrentUser Approver { get; }

    public CurrentUser Operator { get; }

    public static async Task<PackageVersions> OfAsync(CaseHost host) => new(
        host, await host.PersonAsync("editor", Roles.PolicyEditor, "220000"), await host.PersonAsync("approver", Roles.PolicyApprover, "220000"),
        await host.PersonAsync("operator", Roles.Operator, "220000"));

    /// <summary>The small package with texts replaced in its files.</summary>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Changed(params (string Old, string New)[] changes) =>
        SmallPackage.Files().ToImmutableSortedDictionary(
            f => f.Key,
            f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(changes.Aggregate(
                Encoding.UTF8.GetString(f.Value.Span), (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal))),
            StringComparer.Ordinal);

    public Task<Result<ImportDraft.Imported>> ImportAsync(
        ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>? shared = null) =>
        _host.UseAsync<ImportDraft, Result<ImportDraft.Imported>>(u => u.HandleAsync(
            new ImportDraft.Request(new PackageFolder(SmallPackage.Code, files), shared ?? ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty), Editor, default));

    /// <summary>A submitted version.</summary>
    public async Task<Guid> SubmittedAsync(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var imported = await ImportAsync(files);
        var version = imported.Value.Version ?? throw new InvalidOperationException(string.Join("; ", imported.Value.Problems));
        var submitted = await SubmitAsync(version);
        return submitted.IsSuccess ? version : throw new InvalidOperationException($"{submitted.Error.Code}: {string.Join("; ", submitted.Error.Data)}");
    }

    /// <summary>Hands a draft over for today, or for another day.</summary>
    public Task<Result<Unit>> SubmitAsync(Guid version, DateOnly? from = null, Guid? moveFrom = null, CurrentUser? by = null) =>
        _host.UseAsync<SubmitVersion, Result<Unit>>(u => u.HandleAsync(
            new SubmitVersion.Request(version, from ?? Today, "新办法施行", moveFrom, ImmutableSortedDictionary<string, string>.Empty), by ?? Editor, default));

    public async Task<Result<Unit>> PublishAsync(Guid version, CurrentUser? by = null, DateOnly? from = null)
    {
        var hash = await _host.ReadAsync(c => c.ServiceVersions.Where(v => v.Id == version).Select(v => v.Hash).SingleAsync());
        return await _host.UseAsync<PublishVersion, Result<Unit>>(u => u.HandleAsync(new PublishVersion.Request(version, from ?? Today, hash), by ?? Approver, default));
    }

    /// <summary>A version in force from today.</summary>
    public async Task<Guid> InForceAsync(params (string Old, string New)[] changes)
    {
        var version = await SubmittedAsync(Changed(changes));
        var published = await PublishAsync(version);
        return published.IsSuccess ? version : throw new InvalidOperationException($"{published.Error.Code}: {string.Join("; ", published.Error.Data)}");
    }

    public DateOnly Today => DateOnly.FromDateTime(_host.Host.Time.GetUtcNow().AddHours(8).DateTime);
}
