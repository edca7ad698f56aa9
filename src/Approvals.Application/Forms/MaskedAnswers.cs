using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Domain.Forms;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.Forms;

/// <summary>Answers as they are shown to people who may read them: sensitive ones masked as their kind is.</summary>
/// <param name="Values">The answers by key.</param>
/// <param name="Masked">The paths that are masked.</param>
public sealed record MaskedAnswers(IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyList<string> Masked)
{
    /// <summary>Masks the answers of a form, without those that whoever looks must not see at all.</summary>
    /// <param name="form">The form.</param>
    /// <param name="data">Its answers.</param>
    /// <param name="scope">What whoever looks may see.</param>
    /// <param name="own">Whether they are the reader's own, whose name need not be kept from them.</param>
    public static MaskedAnswers Of(Form form, FormData data, FormScope scope, bool own)
    {
        var root = JsonNode.Parse(data.ToJson())!.AsObject();
        List<string> masked = [];
        Apply(form.Components, root, "", scope, own, masked);
        return new MaskedAnswers(FormStateDescription.Json(root.ToJsonString()), masked);
    }

    /// <summary>One answer as it is shown.</summary>
    public static string Shown(FormComponent field, string value) => field switch
    {
        { Rules.Mask: { } mask } => Masks.Apply(mask, value),
        { Rules: { Sensitive: true, Format.Constant: { } format } } when IdentifierKinds.TryParse(format, out var kind) => Masks.Apply(kind, value),
        { Rules: { Sensitive: true, Format: not null } } => Masks.Apply(MaskKind.Identifier, value),
        { Rules.Sensitive: true } => Masks.Apply(MaskKind.Whole, value),
        _ => value,
    };

    private static void Apply(IEnumerable<FormComponent> components, JsonObject values, string around, FormScope scope, bool own, List<string> masked)
    {
        foreach (var component in components)
        {
            if (component.Path is null)
            {
                Apply(component.Components, values, around, scope, own, masked);
            }
            else if (values[component.Key!] is { } value)
            {
                var path = FieldPath.Join(around, component.Key!);
                if (scope.AccessTo(component, path) == FieldAccess.Hidden)
                {
                    values.Remove(component.Key!);
                }
                else
                {
                    Mask(component, values, value, path, scope, own, masked);
                }
            }
        }
    }

    private static void Mask(FormComponent component, JsonObject values, JsonNode value, string path, FormScope scope, bool own, List<string> masked)
    {
        switch (value)
        {
            case JsonArray rows when component.Type == FormComponentType.Dynamiclist:
                foreach (var (row, index) in rows.Select((row, index) => (row, index)))
                {
                    Apply(component.Components, row!.AsObject(), FieldPath.Row(path, index), scope, own, masked);
                }

                break;
            case JsonObject group when component.Type == FormComponentType.Group:
                Apply(component.Components, group, path, scope, own, masked);
                break;
            case JsonValue when component.Rules.Sensitive || (!own && component.Rules.Mask is not null):
                var text = value.ToString();
                if (Shown(component, text) is var shown && shown != text)
                {
                    values[component.Key!] = shown;
                    masked.Add(path);
                }

                break;
        }
    }
}
