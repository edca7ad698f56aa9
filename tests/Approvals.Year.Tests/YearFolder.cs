namespace Approvals.Year.Tests;

/// <summary>A folder for one year, in memory where the machine has such: what is tested is what a killed process leaves, not a power cut.</summary>
internal sealed class YearFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Path { get; } = Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"approvals-year-{Guid.NewGuid():N}")).FullName
        : Directory.CreateTempSubdirectory("approvals-year-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
