using System.Text.Json;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Entitlements;

/// <summary>One thing that an entitlement gives, as its row keeps it.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Name">What it is.</param>
/// <param name="Condition">On what condition.</param>
/// <param name="Note">More about it.</param>
public sealed record GrantedItem(string Code, LocalText Name, LocalText? Condition, LocalText? Note);

/// <summary>The items of entitlements.</summary>
public static class EntitlementItems
{
    /// <summary>The items of a row.</summary>
    public static IReadOnlyList<GrantedItem> Read(string? items) =>
        items is null ? [] : JsonSerializer.Deserialize<List<GrantedItem>>(items, GrantEntitlementApplier.Json)!;

    /// <summary>Items as a row keeps them.</summary>
    public static string Written(IEnumerable<GrantedItem> items) => JsonSerializer.Serialize(items.ToList(), GrantEntitlementApplier.Json);

    /// <summary>What the grant lists; where it lists nothing, what the kind gives at this level.</summary>
    internal static IReadOnlyList<GrantedItem> Of(GrantEntitlement effect, EntitlementKind? kind, ServiceInfo service)
    {
        if (effect.Items.TryGetList(out var listed) && listed.Count > 0)
        {
            return [.. listed.Select(Code).Where(c => c is not null).Select(c => Named(c!, kind, service))];
        }

        return [.. (kind?.Items ?? []).Where(i => kind!.ItemsDecision is null && (i.Levels.IsEmpty || i.Levels.Contains(effect.Level ?? "")))
            .Select(i => new GrantedItem(i.Code, i.Name, i.Condition, i.Note))];
    }

    private static string? Code(FeelValue item) =>
        item.TryGetString(out var code) ? code
        : item.TryGetContext(out var context) && (context["item"].TryGetString(out var named) || context["code"].TryGetString(out named)) ? named
        : null;

    private static GrantedItem Named(string code, EntitlementKind? kind, ServiceInfo service) =>
        kind?.Items.FirstOrDefault(i => i.Code == code) is { } known
            ? new GrantedItem(code, known.Name, known.Condition, known.Note)
            : new GrantedItem(code, service.Terms.GetValueOrDefault($"item-{code}") ?? new LocalText(code, code), null, null);
}
