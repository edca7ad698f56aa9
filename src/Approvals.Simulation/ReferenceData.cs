namespace Approvals.Simulation;

/// <summary>Regions and working calendars, from the nearest <c>data</c> folder.</summary>
/// <param name="Regions">The file of regions.</param>
/// <param name="Calendars">The folder of calendars.</param>
public sealed record ReferenceData(string Regions, string Calendars)
{
    private const string Folder = "data";
    private const string RegionsFile = "regions.json";

    /// <summary>
    /// Looks upwards from the given places, then from the working directory and from the program itself, so that packages
    /// copied elsewhere are tested with the same regions and calendars.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static ReferenceData Find(params IEnumerable<string> places)
    {
        var found = places.Append(Directory.GetCurrentDirectory()).Append(AppContext.BaseDirectory).SelectMany(Upwards)
            .Select(folder => Path.Combine(folder, Folder)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, RegionsFile)));
        return found is null
            ? throw new DirectoryNotFoundException($"There is no {Folder}/{RegionsFile} above the packages, the working directory or the program.")
            : new ReferenceData(Path.Combine(found, RegionsFile), Path.Combine(found, "calendars"));
    }

    private static IEnumerable<string> Upwards(string place)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(place)); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
