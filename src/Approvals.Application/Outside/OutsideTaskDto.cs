using System.Text.Json;

namespace Approvals.Application.Outside;

/// <summary>A task that a case asks somebody outside to do.</summary>
/// <param name="Id">Its id, by which it is reported done.</param>
/// <param name="Name">Name of the task, as the definition gives it.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="Service">The service's code.</param>
/// <param name="Payload">What is needed to do it.</param>
/// <param name="AskedAt">Since when.</param>
public sealed record OutsideTaskDto(string Id, string Name, string CaseNumber, string Service, JsonElement? Payload, DateTimeOffset AskedAt);
