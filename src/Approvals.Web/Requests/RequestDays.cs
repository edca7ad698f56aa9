using System.Reflection;

namespace Approvals.Web.Requests;

/// <summary>Days from outside lie where calendars reach and can be counted on: a century back, two ahead.</summary>
internal static class RequestDays
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>A day that lies outside.</summary>
    public static IEnumerable<FieldError> Check(string path, object? value) =>
        value is DateOnly day && (day < First || day > Last) ? [new FieldError(path, "request.day").With("first", $"{First:yyyy-MM-dd}").With("last", $"{Last:yyyy-MM-dd}")] : [];

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
