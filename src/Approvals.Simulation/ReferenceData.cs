namespace Approvals.Simulation;

/// <summary>Regions and working calendars, from the nearest <c>data</c> folder.</summary>
/// <param name="Regions">The file of regions.</param>
/// <param name="Calendars">The folder of calendars.</param>
public sealed record ReferenceData(string Regions, string Calendars)
{
    private const string Folder = "data";
    private const string MessageFile = ".en.md";
    private const string RegionsFile = "regions.json";

    /// <summary>The names of the messages that the platform comes with.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            var folder = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(Regions)!, "messages"));
            return folder.Exists ? [.. folder.EnumerateFiles($"*{MessageFile}").Select(f => f.Name[..^MessageFile.Length])] : [];
        }
    }

    /// <summary>
    /// Looks upwards from the given places, then from the working directory and from the program itself, so that packages
    /// copied elsewhere are tested with the same regions and calendars.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static ReferenceData Find(params IEnumerable<string> places)
    {
        return TryFind(places) ?? throw new DirectoryNotFoundException($"There is no {Folder}/{RegionsFile} above the packages, the working directory or the program.");
    }

    /// <summary>The same; null where there is none.</summary>
    public static ReferenceData? TryFind(params IEnumerable<string> places)
    {
        var found = places.Append(Directory.GetCurrentDirectory()).Append(AppContext.BaseDirectory).SelectMany(Upwards)
            .Select(folder => Path.Combine(folder, Folder)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, RegionsFile)));
        return found is null ? null : new ReferenceData(Path.Combine(found, RegionsFile), Path.Combine(found, "calendars"));
    }

    private static IEnumerable<string> Upwards(string place)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(place)); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
