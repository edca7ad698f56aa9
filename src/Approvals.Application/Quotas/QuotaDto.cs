namespace Approvals.Application.Quotas;

/// <summary>A quota of a waiting list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ListId">The list that gives it out.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="Names">Its name in both languages.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Taken">How many are held by open offers or used.</param>
/// <param name="Closed">Whether nothing more is offered from it.</param>
/// <param name="Etag">The version to send back with a change.</param>
public sealed record QuotaDto(string Id, string ListId, string Name, LocalText Names, int Total, int Taken, bool Closed, string Etag);
