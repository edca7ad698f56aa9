using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace Approvals.Web.Requests;

/// <summary>
/// Choices are written in an address as they are in JSON (<c>?tab=todo</c>), while the framework's binder reads an enumeration's
/// names to the letter; this brings the one to the other before an endpoint binds.
/// </summary>
internal static class ChoiceQueries
{
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlySet<string>> Names = new();

    public static void UseChoiceQueries(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } method
            && Names.GetOrAdd(method, NamesOf) is { Count: > 0 } names)
        {
            http.Request.Query = new QueryCollection(http.Request.Query.ToDictionary(
                q => q.Key,
                q => names.Contains(q.Key) ? new StringValues([.. q.Value.Select(Named)]) : q.Value,
                StringComparer.OrdinalIgnoreCase));
        }

        return next(http);
    });

    private static string? Named(string? value) =>
        value is [>= 'a' and <= 'z', ..] ? char.ToUpperInvariant(value[0]) + value[1..] : value is [>= 'A' and <= 'Z', ..] ? "?" : value;

    private static HashSet<string> NamesOf(MethodInfo method) =>
        method.GetParameters()
            .SelectMany(p => p.GetCustomAttribute<AsParametersAttribute>() is null
                ? [(p.Name!, p.ParameterType)]
                : p.ParameterType.GetProperties().Select(x => (x.Name, x.PropertyType)))
            .Where(p => (Nullable.GetUnderlyingType(p.Item2) ?? p.Item2).IsEnum)
            .Select(p => p.Item1).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
