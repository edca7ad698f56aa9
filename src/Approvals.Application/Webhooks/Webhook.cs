using Approvals.Application.Database;

namespace Approvals.Application.Webhooks;

/// <summary>Where a program wants to be told that a case moved. Ended, never deleted: deliveries refer to it.</summary>
public sealed class Webhook : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Whose cases it is told of: those its owner is a party of, at the time of telling.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The employer whose cases it is told of as well, where the owner is its agent.</summary>
    public Guid? OrganisationId { get; init; }

    public required string Name { get; init; }

    /// <summary>An address of a host of the installation's list.</summary>
    public required string Url { get; init; }

    /// <summary>Names of <see cref="WebhookEvents"/>, parted by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>The key under which the signing secret lies.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>The signing secret, encrypted.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it is told of an event.</summary>
    public bool Wants(string name) => Events.Split(' ').Contains(name);

    /// <summary>Where the secret belongs; it opens nowhere else.</summary>
    internal static string Place(Guid hook) => $"webhook:{hook:N}";
}

/// <summary>Where a delivery stands.</summary>
public enum WebhookDeliveryState
{
    /// <summary>Under way, or waiting for the next attempt.</summary>
    Pending,

    /// <summary>The other side answered with a status between 200 and 299.</summary>
    Delivered,

    /// <summary>Given up after too many attempts; it can be sent again.</summary>
    Failed,

    /// <summary>The webhook ended before it left.</summary>
    Dropped,
}

/// <summary>One event told to one webhook. It holds ids and codes only; whoever wants more reads it with its own rights.</summary>
public sealed class WebhookDelivery : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid WebhookId { get; init; }

    /// <summary>A name of <see cref="WebhookEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>Null for a trial.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Body { get; init; }

    public required WebhookDeliveryState State { get; set; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Attempts so far, those of sending again included.</summary>
    public int Attempts { get; set; }

    /// <summary>The last status code answered; null when none was.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>How often somebody asked to send it again.</summary>
    public int Resent { get; set; }

    public int Version { get; set; }
}
