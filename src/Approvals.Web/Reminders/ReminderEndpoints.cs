using System.ComponentModel.DataAnnotations;
using Approvals.Application.MessageTexts;
using Approvals.Application.Outbox;
using Approvals.Application.Reminders;
using Approvals.Application.Rights;
using Approvals.Domain.Reminders;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Reminders;

/// <summary>How a reminder is to be.</summary>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="About">What it is about.</param>
/// <param name="Moment">What it is counted from.</param>
/// <param name="Offsets">How long after the moment; negative is before.</param>
/// <param name="Unit">Working days, days or hours.</param>
/// <param name="To">Who is reminded.</param>
/// <param name="Channels"><c>page</c>, <c>mail</c>, <c>sms</c>.</param>
/// <param name="Template">The message it is written by.</param>
/// <param name="Delivery">With the digest of the day, or at once.</param>
/// <param name="Enabled">Whether it reminds.</param>
/// <param name="At">The time of day, or null.</param>
/// <param name="Repeats">Whether it comes again each (working) day.</param>
/// <param name="QuietFrom">When the hours begin in which nothing leaves, or null.</param>
/// <param name="QuietTo">When they end, or null.</param>
/// <param name="WorkingDaysOnly">Whether it leaves on working days only.</param>
/// <param name="MayBeOff">Whether people may switch it off for themselves.</param>
/// <param name="Kinds">Kinds of entitlement; null for all.</param>
/// <param name="Etag">From the reminder; null for a new one.</param>
internal sealed record KeepReminderRequest(
    [property: StringLength(200, MinimumLength = 1)] string NameZh, [property: StringLength(200, MinimumLength = 1)] string NameEn, ReminderSubject About, ReminderMoment Moment,
    [property: MaxLength(12)] IReadOnlyList<int> Offsets, LimitUnit Unit, [property: MaxLength(5)] IReadOnlyList<ReminderRecipient> To,
    [property: MaxLength(3), ItemLength(10)] IReadOnlyList<string> Channels, [property: StringLength(64, MinimumLength = 1)] string Template, ReminderDelivery Delivery, bool Enabled,
    [property: StringLength(5)] string? At = null, bool Repeats = false, [property: StringLength(5)] string? QuietFrom = null, [property: StringLength(5)] string? QuietTo = null,
    bool WorkingDaysOnly = false, bool MayBeOff = false, [property: MaxLength(50), ItemLength(130)] IReadOnlyList<string>? Kinds = null,
    [property: StringLength(100)] string? Etag = null) : IRequest;

/// <summary>Switches a reminder on or off for oneself.</summary>
/// <param name="On">Whether one is reminded.</param>
internal sealed record SwitchReminderRequest(bool On) : IRequest;

/// <summary>The texts of a message.</summary>
/// <param name="SubjectZh">The Chinese subject.</param>
/// <param name="SubjectEn">The English subject.</param>
/// <param name="BodyZh">The Chinese body.</param>
/// <param name="BodyEn">The English body.</param>
/// <param name="Number">The version that is changed; absent for a preview.</param>
internal sealed record WordingRequest(
    [property: StringLength(500, MinimumLength = 1)] string SubjectZh, [property: StringLength(500, MinimumLength = 1)] string SubjectEn,
    [property: StringLength(20_000, MinimumLength = 1)] string BodyZh, [property: StringLength(20_000, MinimumLength = 1)] string BodyEn, int? Number = null) : IRequest;

/// <summary>Reminders, the messages they are written by, and what could not be delivered.</summary>
internal static class ReminderEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/admin/reminders").WithTags("Reminders");
        rules.MapGet("/", List);
        rules.MapPut("/{code}", Keep);
        var messages = api.MapGroup("/admin/messages").WithTags("Reminders");
        messages.MapGet("/", ListMessages);
        messages.MapPut("/{name}", KeepMessage);
        messages.MapPost("/{name}/preview", Preview);
        var letters = api.MapGroup("/admin/dead-letters").WithTags("Reminders");
        letters.MapGet("/", ListDeadLetters);
        letters.MapPost("/{id:guid}/resend", Resend);
        var own = api.MapGroup("/me/reminders").WithTags("Reminders");
        own.MapGet("/", ListOwn);
        own.MapPut("/{code}", Switch);
    }

    /// <summary>The rules of the platform and of the services, in words.</summary>
    private static Task<Results<Ok<IReadOnlyList<ReminderRuleDto>>, ErrorResult>> List(KeepReminders keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>Adds a rule of the platform, or changes one.</summary>
    private static Task<Results<Ok<ReminderRuleDto>, ErrorResult>> Keep(
        string code, KeepReminderRequest request, KeepReminders keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.KeepAsync(
            code,
            new KeepReminders.Request(
                new ReminderRuleFields(
                    request.NameZh, request.NameEn, request.About, request.Moment, request.Offsets, request.Unit, request.At, request.Repeats, request.To, request.Channels,
                    request.Template, request.Delivery, request.QuietFrom, request.QuietTo, request.WorkingDaysOnly, request.MayBeOff, request.Kinds ?? []),
                request.Enabled, request.Etag),
            user, cancellationToken).ToHttp();

    /// <summary>The messages, as they count.</summary>
    private static Task<Results<Ok<IReadOnlyList<WordingDto>>, ErrorResult>> ListMessages(MessageDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>Takes a new version of a message.</summary>
    private static Task<Results<Ok<WordingDto>, ErrorResult>> KeepMessage(
        string name, WordingRequest request, MessageDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.KeepAsync(name, request.Number ?? 0, DraftOf(request), user, cancellationToken).ToHttp();

    /// <summary>Shows a message on sample data; nothing is kept.</summary>
    private static Task<Results<Ok<WordingPreviewDto>, ErrorResult>> Preview(
        string name, WordingRequest request, MessageDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.PreviewAsync(name, DraftOf(request), user, cancellationToken).ToHttp();

    /// <summary>Mails and text messages that were given up, with the reason.</summary>
    private static Task<Results<Ok<DeadLetterPageDto>, ErrorResult>> ListDeadLetters(
        string? cursor, DeadLetters letters, CurrentUser user, CancellationToken cancellationToken) => letters.ReadAsync(cursor, user, cancellationToken).ToHttp();

    /// <summary>Sends one again.</summary>
    private static Task<Results<NoContent, ErrorResult>> Resend(Guid id, DeadLetters letters, CurrentUser user, CancellationToken cancellationToken) =>
        letters.ResendAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>The reminders that may reach oneself.</summary>
    private static Task<Results<Ok<IReadOnlyList<OwnReminderDto>>, ErrorResult>> ListOwn(OwnReminders own, CurrentUser user, CancellationToken cancellationToken) =>
        own.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>Switches an optional one on or off for oneself.</summary>
    private static Task<Results<NoContent, ErrorResult>> Switch(
        string code, SwitchReminderRequest request, OwnReminders own, CurrentUser user, CancellationToken cancellationToken) =>
        own.SwitchAsync(code, request.On, user, cancellationToken).ToNoContent();

    private static MessageDesk.Draft DraftOf(WordingRequest request) => new(request.SubjectZh, request.SubjectEn, request.BodyZh, request.BodyEn);
}
