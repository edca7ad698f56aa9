namespace Approvals.Application.Webhooks;

/// <summary>A webhook, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="OrganisationName">The employer whose cases it is told of, or null.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndedAt">When it ended; null while it is told.</param>
public sealed record WebhookDto(
    string Id, string Name, string Url, IReadOnlyList<string> Events, string? OrganisationName, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);

/// <summary>A webhook that was just made.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">The secret that signs, in base64; shown this once.</param>
public sealed record MadeWebhookDto(WebhookDto Webhook, string Secret);

/// <summary>The reader's webhooks and what one may choose from.</summary>
/// <param name="Webhooks">Those in force first, newest first.</param>
/// <param name="Events">Every event one can choose.</param>
/// <param name="Organisations">The employers the reader is an agent of.</param>
public sealed record WebhooksDto(IReadOnlyList<WebhookDto> Webhooks, IReadOnlyList<string> Events, IReadOnlyList<Paging.OptionDto> Organisations);

/// <summary>One event told.</summary>
/// <param name="Id">Its id, as the body has it.</param>
/// <param name="Event">What happened.</param>
/// <param name="CaseNumber">Of which case; null for a trial.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When it was made.</param>
/// <param name="DeliveredAt">When it was taken.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastStatus">The last status code answered.</param>
/// <param name="LastError">Why the last attempt failed, in the language asked for.</param>
public sealed record WebhookDeliveryDto(
    string Id, string Event, string? CaseNumber, WebhookDeliveryState State, DateTimeOffset At, DateTimeOffset? DeliveredAt, int Attempts, int? LastStatus, string? LastError);
