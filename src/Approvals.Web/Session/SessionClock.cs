namespace Approvals.Web.Session;

/// <summary>By what sessions are measured: real time, whatever the demonstration clock shows.</summary>
/// <param name="Time">The clock.</param>
internal sealed record SessionClock(TimeProvider Time);
