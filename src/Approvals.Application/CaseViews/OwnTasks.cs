using System.Text.Json;
using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.CaseViews;

/// <summary>What kind of work waits for whoever applied.</summary>
public enum OwnAction
{
    /// <summary>Fill in a form.</summary>
    Fill,

    /// <summary>Correct what was returned.</summary>
    Correct,

    /// <summary>Hand in documents promised before.</summary>
    Supply,

    /// <summary>State one's view, or leave it.</summary>
    State,

    /// <summary>Answer an offer.</summary>
    Offer,

    /// <summary>A step of the authorities.</summary>
    Work,
}

/// <summary>Tasks by what they ask of whoever has them.</summary>
internal static class OwnTasks
{
    /// <summary>The kind of a task.</summary>
    public static OwnAction ActionOf(TaskItem task) => task.Kind switch
    {
        nameof(TaskKind.Correction) => OwnAction.Correct,
        nameof(TaskKind.Promise) => OwnAction.Supply,
        nameof(TaskKind.Fill) => OwnAction.Fill,
        nameof(TaskKind.Statement) => OwnAction.State,
        nameof(TaskKind.Offer) => OwnAction.Offer,
        _ => OwnAction.Work,
    };

    /// <summary>Under which name its words stand.</summary>
    public static string WordOf(OwnAction action) => JsonNamingPolicy.CamelCase.ConvertName(action.ToString());
}
