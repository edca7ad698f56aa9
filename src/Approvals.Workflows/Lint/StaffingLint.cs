namespace Approvals.Workflows;

/// <summary>Steps that nobody holds the role for, or that need more people than there are.</summary>
internal static class StaffingLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, ImmutableArray<StaffedRole>? staffing) =>
        staffing is { } roles ? program.Nodes.SelectMany(n => Of(n, roles)) : [];

    private static IEnumerable<Problem> Of(ActivityNode node, ImmutableArray<StaffedRole> staffing)
    {
        foreach (var input in new[] { "participants", "panel", "rulings" })
        {
            var wanted = Roles(node.Definition.Property(input)).ToList();
            if (wanted.Count == 0 || wanted.Any(w => w is null))
            {
                continue; // nobody by role, or also somebody named otherwise
            }

            var people = wanted.Sum(w => staffing.Where(s => Fits(s, w!.Value)).Sum(s => s.People));
            if (people == 0)
            {
                yield return WorkflowLint.At(node.Definition, input, "workflow.lint.nobody", Severity.Error).With("roles", string.Join(", ", wanted.Select(w => Text(w!.Value))));
            }
            else if (people == 1 && node.Activity is Review { Panel.AllowSuccessive.Constant: false } or Accept)
            {
                yield return WorkflowLint.At(node.Definition, input, "workflow.lint.onePerson", Severity.Warning).With("roles", string.Join(", ", wanted.Select(w => Text(w!.Value))));
            }
        }
    }

    /// <summary>The roles a list of participants names; null stands for anybody else.</summary>
    private static IEnumerable<(string Role, string? Level, string? Kind)?> Roles(JsonElement? input)
    {
        var value = input is { ValueKind: JsonValueKind.Object } given && Raw.Get(given, "expression") is { } expression ? Raw.Get(expression, "value") : input;
        foreach (var item in Raw.Items(value).Where(i => i.ValueKind == JsonValueKind.Object))
        {
            yield return Raw.Text(item, "kind") == "role" && Raw.Text(item, "role") is { } role ? (role, Raw.Text(item, "level"), Raw.Text(item, "organisationKind")) : null;
        }
    }

    private static bool Fits(StaffedRole staffed, (string Role, string? Level, string? Kind) wanted) => staffed.Role == wanted.Role
        && (wanted.Level is null || staffed.Level is null || staffed.Level == wanted.Level)
        && (wanted.Kind is null || staffed.OrganisationKind is null || staffed.OrganisationKind == wanted.Kind);

    private static string Text((string Role, string? Level, string? Kind) wanted) => string.Join(' ', new[] { wanted.Role, wanted.Level, wanted.Kind }.OfType<string>());
}
