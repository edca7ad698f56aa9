using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Cli;

/// <summary>A request to evaluate: a model's path and what is asked of it.</summary>
internal sealed record DmnRequest(string Model, DecisionQuery Query)
{
    /// <summary>How deep a request may be nested: what FEEL values allow, and the request around them.</summary>
    internal static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static Result<DmnRequest> Read(string line)
    {
        using var document = JsonDocument.Parse(line, Json);
        var request = document.RootElement;
        if (request.ValueKind != JsonValueKind.Object)
        {
            return Wrong("request");
        }

        if (Text(request, "model") is not { Length: > 0 } model)
        {
            return Wrong("model");
        }

        var kind = Kind(Text(request, "kind"));
        if (!kind.IsSuccess || Names(request) is not { } names)
        {
            return Wrong(kind.IsSuccess ? "decisions" : "kind");
        }

        if (!TryContext(request, "inputs", out var inputs) || !TryContext(request, "inputNamespaces", out var namespaces))
        {
            return Wrong("inputs");
        }

        return new DmnRequest(model, new DecisionQuery
        {
            Names = names,
            Kind = names.IsEmpty ? null : kind.Value,
            Inputs = inputs,
            InputNamespaces = namespaces.Entries.Where(entry => entry.Value.Kind == FeelKind.String)
                .ToImmutableDictionary(entry => entry.Key, entry => entry.Value.AsString(), StringComparer.Ordinal),
        });
    }

    private static Error Wrong(string field) => new Error("cli.dmn.wrongRequest").With("field", field);

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Result<InvocableKind?> Kind(string? kind) => kind switch
    {
        null => Result<InvocableKind?>.Success(null),
        "decision" => InvocableKind.Decision,
        "decisionService" => InvocableKind.DecisionService,
        "bkm" => InvocableKind.BusinessKnowledgeModel,
        _ => Wrong("kind"),
    };

    /// <summary>Several decisions go before the one invocable; null when they are not strings.</summary>
    private static ImmutableArray<string>? Names(JsonElement request)
    {
        if (request.TryGetProperty("decisions", out var decisions) && decisions.ValueKind != JsonValueKind.Null)
        {
            if (decisions.ValueKind != JsonValueKind.Array || decisions.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
            {
                return null;
            }

            if (decisions.GetArrayLength() > 0)
            {
                return [.. decisions.EnumerateArray().Select(name => name.GetString()!)];
            }
        }

        return Text(request, "invocable") is { } invocable ? [invocable] : [];
    }

    private static bool TryContext(JsonElement request, string name, out FeelContext context)
    {
        context = FeelContext.Empty;
        return !request.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ||
            (FeelJson.Read(value) is { Kind: FeelKind.Context } read && read.TryGetContext(out context!));
    }
}
