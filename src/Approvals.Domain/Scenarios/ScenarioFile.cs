using System.Text;
using System.Text.Json;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Scenarios;

/// <summary>Reads a scenario by itself, outside a package.</summary>
public static class ScenarioFile
{
    private const string Path = "scenarios/recording.json";

    /// <summary>The scenario, or the first thing that is wrong with it.</summary>
    public static Result<Scenario> Read(JsonElement scenario)
    {
        var file = new JsonFile(Path);
        var read = file.Read(Encoding.UTF8.GetBytes(scenario.GetRawText()), place => ScenarioReader.Read(place, Path));
        return file.Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Error) is { } wrong
            ? new Error(wrong.Code) { Data = wrong.Data.SetItem("place", wrong.Place ?? "") }
            : read is null ? new Error("package.json.object") : read;
    }
}
