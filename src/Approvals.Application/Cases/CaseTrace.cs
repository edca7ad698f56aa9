using System.Diagnostics;

namespace Approvals.Application.Cases;

/// <summary>Where the time of a step goes, as activities that an operator's tracing can listen to; nothing is made while nobody does.</summary>
public static class CaseTrace
{
    /// <summary>The name of the source.</summary>
    public const string Source = "Approvals.Cases";

    /// <summary>All of it, with every attempt.</summary>
    public const string Whole = "case";

    /// <summary>Reading the case with its submissions, tasks and timers.</summary>
    public const string Load = "load";

    /// <summary>Reading what the engine asked for.</summary>
    public const string Facts = "facts";

    /// <summary>The engine's step.</summary>
    public const string Step = "step";

    /// <summary>Writing state, event and effects as text, and hashing the event.</summary>
    public const string Serialise = "serialise";

    /// <summary>The rows that lists read: tasks, timers, search values.</summary>
    public const string Project = "project";

    /// <summary>The transaction.</summary>
    public const string Save = "save";

    private static readonly ActivitySource Activities = new(Source);

    internal static Activity? Begin(string part) => Activities.StartActivity(part);
}
