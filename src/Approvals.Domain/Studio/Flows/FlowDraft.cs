namespace Approvals.Domain.Studio.Flows;

/// <summary>Changes a flow of a draft, and the addresses that such changes are known by.</summary>
internal static class FlowDraft
{
    /// <summary>The files with one flow changed.</summary>
    public static Result<DraftFiles> Change(DraftFiles files, string file, Func<WorkflowDefinition, Result<WorkflowDefinition>> change)
    {
        if (!IsFlow(file))
        {
            return new Error("studio.flow.notAFlow").With("file", file);
        }

        var read = files.Read(file);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var flow = WorkflowDefinition.Read(read.Value);
        return flow.IsSuccess ? flow.Bind(change).Bind(changed => files.Write(file, changed.Write())) : flow.Error.With("file", file);
    }

    /// <summary>Whether a file holds a flow.</summary>
    public static bool IsFlow(string file) => file == "workflow.json" || (file.StartsWith("flows/", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal));

    /// <summary>The address of a step, or of something in it.</summary>
    public static string Step(string file, string activity, string inside = "") => $"{file}#/root/activities/[id={Escaped(activity)}]{inside}";

    /// <summary>The address of the ways that leave a step by an outcome; of all when none is named.</summary>
    public static string Way(string file, string activity, string? port) => Step(file, activity, port is null ? "/ways" : $"/ways/{Escaped(port)}");

    /// <summary>The step that a text names, or what it lacks.</summary>
    public static Result<string> At(CommandText text) => text.At is { Length: > 0 } at ? at : DraftCommands.Lacks(text, "at");

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
