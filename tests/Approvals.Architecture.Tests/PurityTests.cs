using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace Approvals.Architecture.Tests;

/// <summary>Feel, Decisions, Workflows and Domain know no clock, chance, file, network or shared mutable state.</summary>
public sealed class PurityTests
{
    public static readonly string[] Pure = ["Feel", "Decisions", "Workflows", "Domain"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Console",
        "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Threading.Thread", "System.Threading.Tasks.Task", "System.Threading.Timer", "System.TimeProvider",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Environment.get_MachineName", "System.Environment.get_CurrentDirectory",
    ];

    private static readonly string[] MutableCollections =
    [
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Text.StringBuilder",
    ];

    public static TheoryData<string> Projects() => [.. Pure];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_PureProject_NameNothingImpure(string project)
    {
        using var file = new PEReader(File.OpenRead(AssemblyPath(project)));
        var metadata = file.GetMetadataReader();

        var types = metadata.TypeReferences.Select(h => FullName(metadata, h));
        var members = metadata.MemberReferences.Select(h => MemberName(metadata, metadata.GetMemberReference(h)));

        Found.Nothing(types.Intersect(ForbiddenTypes).Concat(members.Intersect(ForbiddenMembers)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void StaticFields_PureProject_NeverChange(string project)
    {
        var fields = Assembly.LoadFrom(AssemblyPath(project)).GetTypes()
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsLiteral && !f.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsGeneratedSource(f));

        Found.Nothing(fields.Where(f => !f.IsInitOnly || MutableCollections.Contains(Definition(f.FieldType)))
            .Select(f => $"{f.DeclaringType}.{f.Name}"));
    }

    /// <summary>The JSON source generator keeps its lazily made default context in a static field.</summary>
    private static bool IsGeneratedSource(FieldInfo field) =>
        field.DeclaringType?.IsSubclassOf(typeof(System.Text.Json.Serialization.JsonSerializerContext)) == true;

    private static string Definition(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? "";

    private static string AssemblyPath(string project) => Path.Combine(AppContext.BaseDirectory, $"Approvals.{project}.dll");

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string MemberName(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
            ? $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
            : "";
}
