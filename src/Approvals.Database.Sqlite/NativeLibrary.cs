using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Approvals.Database.Sqlite;

/// <summary>
/// The provider was built against a newer binding than the one that can be restored; this accepts the restored one.
/// See the decision record on the SQLite version.
/// </summary>
internal static class NativeLibrary
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The ModuleInitializer attribute should not be used in libraries",
        Justification = "It must run before the first connection of whichever host loads this provider.")]
    internal static void AcceptRestoredBinding() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name!.StartsWith("SQLitePCLRaw", StringComparison.Ordinal)
                ? context.LoadFromAssemblyPath(Path.Combine(Folder, name.Name + ".dll"))
                : null;

    private static string Folder => Path.GetDirectoryName(typeof(NativeLibrary).Assembly.Location) is { Length: > 0 } folder
        ? folder
        : AppContext.BaseDirectory;
}
