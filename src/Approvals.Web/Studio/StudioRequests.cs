using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.Studio;
using Approvals.Domain.Studio;
using Approvals.Web.Requests;

namespace Approvals.Web.Studio;

/// <summary>One change of a draft's files.</summary>
/// <param name="Kind">Its kind, such as <c>value.set</c>.</param>
/// <param name="File">The file that it changes.</param>
/// <param name="At">The address inside the file; what it means is the kind's.</param>
/// <param name="To">The address or file it goes to, where the kind has one.</param>
/// <param name="Index">The place in a list from 0; absent for the end.</param>
/// <param name="Value">What is written, where the kind has something to write.</param>
internal sealed record CommandRequest(
    [property: StringLength(64, MinimumLength = 1)] string Kind,
    [property: StringLength(200, MinimumLength = 1)] string File,
    [property: StringLength(2000)] string? At = null,
    [property: StringLength(2000)] string? To = null,
    int? Index = null,
    JsonElement? Value = null) : IRequest
{
    /// <summary>The change as the draft takes it.</summary>
    public CommandText ToCommand() => new(Kind, File, At, To, Index, Value is { ValueKind: not JsonValueKind.Undefined } value ? value : null);
}

/// <summary>Changes a draft: all commands or none.</summary>
/// <param name="Base">The revision that the page has.</param>
/// <param name="Key">Made by the page for this one change; sent twice, it is made once.</param>
/// <param name="Commands">What to do, in order.</param>
internal sealed record EditDraftRequest(
    [property: Range(0, int.MaxValue)] int Base,
    [property: StringLength(100, MinimumLength = 8)] string Key,
    [property: Length(1, EditDraft.MostCommands)] IReadOnlyList<CommandRequest> Commands) : IRequest;

/// <summary>Takes a change back or makes it again.</summary>
/// <param name="Base">The revision that the page has.</param>
internal sealed record StepDraftRequest([property: Range(0, int.MaxValue)] int Base) : IRequest;

/// <summary>Brings an earlier state back: either of the draft or of a version.</summary>
/// <param name="Base">The revision that the page has.</param>
/// <param name="Revision">The revision to go back to.</param>
/// <param name="Version">The version whose files to take.</param>
internal sealed record RestoreDraftRequest([property: Range(0, int.MaxValue)] int Base, int? Revision = null, Guid? Version = null) : IRequest;

/// <summary>Begins a draft beside a version.</summary>
/// <param name="Revision">The revision of a draft to begin from; absent for its files as they are.</param>
/// <param name="Commands">What to change at once, such as what could not be merged.</param>
internal sealed record ForkDraftRequest(
    int? Revision = null, [property: MaxLength(EditDraft.MostCommands)] IReadOnlyList<CommandRequest>? Commands = null) : IRequest;

/// <summary>Begins a service that was not there.</summary>
/// <param name="Code">Its code: small letters, digits and hyphens.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="CopyOf">The version to copy; absent for the smallest service, and for a variant.</param>
/// <param name="VariantOf">The published version to inherit from; absent for what stands alone.</param>
/// <param name="Region">The code of the region that a variant is for.</param>
internal sealed record NewServiceRequest(
    [property: StringLength(40, MinimumLength = 2)] string Code,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    Guid? CopyOf = null,
    Guid? VariantOf = null,
    [property: StringLength(20, MinimumLength = 1)] string? Region = null) : IRequest;

/// <summary>Says where in a draft somebody is.</summary>
/// <param name="Place">The page, such as <c>forms</c>.</param>
internal sealed record PresenceInDraftRequest([property: StringLength(100, MinimumLength = 1)] string Place) : IRequest;
