using System.Text.Json;
using Approvals.Web.ApiKeys;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Approvals.Web.Hosting;

/// <summary>The OpenAPI document: the contract the page's client is generated from, committed as <c>openapi.json</c>.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Approvals", Version = "1", Description = "The public API; the page uses nothing else." };
            document.Servers = [];
            ApiExamples.AddScheme(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var description = context.Description;
            if (description.ActionDescriptor.EndpointMetadata.OfType<KeyScope>().LastOrDefault() is { } scope)
            {
                ApiExamples.AddTo(operation, context.Document!, description.HttpMethod!, $"/{description.RelativePath!.TrimEnd('/')}", scope);
            }

            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ItemLengthAttribute), false) is [ItemLengthAttribute length]
                && (schema.Items ?? schema.AdditionalProperties) is OpenApiSchema item)
            {
                item.MaxLength = length.MaximumLength;
            }

            if (context.JsonTypeInfo.Type.IsAssignableTo(typeof(IReadOnlyDictionary<string, JsonElement>)))
            {
                schema.AdditionalProperties = new OpenApiSchema();
            }

            return Task.CompletedTask;
        });
    }
}
