namespace Approvals.Application.Migration;

/// <summary>Why a case cannot be migrated, in the words of whoever knows the steps by their names.</summary>
public sealed class MigrationWords(MessageCatalog texts)
{
    /// <summary>Values of a reason that are ids of steps.</summary>
    private static readonly string[] Steps = ["activity", "to", "from", "container", "was"];

    internal string Of(string code, IReadOnlyDictionary<string, string> data, MigrationPath path, string language)
    {
        var spoken = data.ToDictionary(d => d.Key, d => Steps.Contains(d.Key) ? Name(d.Value, path, language) : d.Value);
        if (spoken.TryGetValue("reason", out var reason))
        {
            spoken["reason"] = texts.Format(reason, data, language);
        }

        return texts.Format(code, spoken, language);
    }

    internal static string Name(string activity, MigrationPath path, string language)
    {
        var step = path.From.Package.Workflow.Running(activity) ?? path.To.Package.Workflow.Running(activity);
        return step is null ? activity : step.DisplayName.In(language);
    }
}
