using System.Reflection;
using Approvals.Domain.Calendars;

namespace Approvals.Web.Requests;

/// <summary>Days from outside lie where calendars reach.</summary>
internal static class RequestDays
{
    /// <summary>A day that lies outside.</summary>
    public static IEnumerable<FieldError> Check(string path, object? value) =>
        value is DateOnly day && !KnownDays.Contains(day) ? [new FieldError(path, "request.day").With("first", $"{KnownDays.First:yyyy-MM-dd}").With("last", $"{KnownDays.Last:yyyy-MM-dd}")] : [];

    /// <summary>Days that an endpoint takes from its address, one by one.</summary>
    public static IEnumerable<FieldError> Check(EndpointFilterInvocationContext context)
    {
        if (!context.Arguments.Any(a => a is DateOnly))
        {
            return [];
        }

        var parameters = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        return context.Arguments.SelectMany((value, i) => Check(i < parameters.Length ? parameters[i].Name ?? "" : "", value));
    }
}
