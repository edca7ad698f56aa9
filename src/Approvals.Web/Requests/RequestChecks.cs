using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Approvals.Web.Problems;

namespace Approvals.Web.Requests;

/// <summary>Marks a record that is read from a request's body and whose attributes are checked before its endpoint runs.</summary>
internal interface IRequest;

/// <summary>
/// Checks the lengths and forms a request's attributes ask for. The same attributes stand in the OpenAPI document, and the
/// texts come from the catalogue in both languages.
/// </summary>
internal static class RequestChecks
{
    /// <summary>Refuses a request whose body is not as its attributes ask.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var fields = context.Arguments.OfType<IRequest>().SelectMany(Check).Concat(RequestDays.Check(context)).ToImmutableArray();
        return fields.IsEmpty ? await next(context) : new ErrorResult(new Error("request.fields") { Fields = fields });
    }

    internal static IEnumerable<FieldError> Check(IRequest request) =>
        from property in request.GetType().GetProperties()
        let path = Name(property)
        let value = property.GetValue(request)
        from error in Inner(value).SelectMany(inner => Check(inner.Request).Select(e => e with { Path = $"{path}{inner.Place}.{e.Path}" }))
            .Concat(property.GetCustomAttributes<ValidationAttribute>().Select(rule => Check(path, value, rule)).OfType<FieldError>())
            .Concat(RequestTexts.Unreadable(path, value)).Concat(RequestDays.Check(path, value))
        select error;

    private static IEnumerable<(string Place, IRequest Request)> Inner(object? value) => value switch
    {
        IRequest inner => [("", inner)],
        IEnumerable<IRequest> many => many.Select((inner, i) => ($"[{i}]", inner)),
        _ => [],
    };

    private static FieldError? Check(string path, object? value, ValidationAttribute rule) => (rule, value) switch
    {
        (StringLengthAttribute { MinimumLength: > 0 }, string text) when string.IsNullOrWhiteSpace(text) => new FieldError(path, "request.missing"),
        (StringLengthAttribute length, string text) when text.Length > length.MaximumLength =>
            new FieldError(path, "request.tooLong").With("max", $"{length.MaximumLength}"),
        (StringLengthAttribute length, string text) when text.Length < length.MinimumLength =>
            new FieldError(path, "request.tooShort").With("min", $"{length.MinimumLength}"),
        (MaxLengthAttribute length, ICollection items) when items.Count > length.Length =>
            new FieldError(path, "request.tooMany.items").With("max", $"{length.Length}"),
        (LengthAttribute length, ICollection items) when items.Count > length.MaximumLength =>
            new FieldError(path, "request.tooMany.items").With("max", $"{length.MaximumLength}"),
        (LengthAttribute { MinimumLength: > 0 }, ICollection { Count: 0 }) => new FieldError(path, "request.missing"),
        (ItemLengthAttribute length, { } items) when RequestTexts.Items(items).Any(t => t.Length > length.MaximumLength) =>
            new FieldError(path, "request.tooLong").With("max", $"{length.MaximumLength}"),
        (EmailAddressAttribute email, string text) when !email.IsValid(text) => new FieldError(path, "request.email"),
        (RegularExpressionAttribute form, string text) when !form.IsValid(text) => new FieldError(path, "request.form"),
        _ => null,
    };

    private static string Name(PropertyInfo property) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
