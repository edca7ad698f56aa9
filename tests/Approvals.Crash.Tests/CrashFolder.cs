namespace Approvals.Crash.Tests;

/// <summary>Data and packages of one run.</summary>
internal sealed class CrashFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-crash-");

    public string Data => _folder.FullName;

    public string Packages => Path.Combine(_folder.FullName, "packages");

    public void Dispose() => _folder.Delete(recursive: true);
}
