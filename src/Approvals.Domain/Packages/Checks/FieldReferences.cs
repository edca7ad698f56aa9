using Approvals.Domain.Forms;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages.Checks;

/// <summary>Checks that the names an expression reads exist, as far as that is known.</summary>
internal static class FieldReferences
{
    /// <summary>Paths of the kind <c>form.&lt;formId&gt;.&lt;key&gt;</c>; other paths are none of its business.</summary>
    internal static IEnumerable<PackageProblem> Check(ServicePackage package, IEnumerable<string> paths, string file, string place) =>
        paths.Select(p => Problem(package, p.Split('.'), file, place)).OfType<PackageProblem>();

    /// <summary>Names inside a form: its keys stand bare.</summary>
    internal static IEnumerable<PackageProblem> OfForm(ServicePackage package, Form form, IEnumerable<string> paths, string file, string place)
    {
        var keys = form.All.Select(c => c.Key).OfType<string>().Concat(Expressions.Always).Append("setting").ToHashSet(StringComparer.Ordinal);
        return paths.Select(Expressions.Root).Where(r => !keys.Contains(r)).Distinct()
            .Select(r => new PackageProblem(file, "package.name.unknown") { Place = place }.With("name", r).With("form", form.Id)
                .With("service", package.Service.Code));
    }

    /// <summary>The field that a path leads to; null when it is no path into a form.</summary>
    internal static FormComponent? Field(ServicePackage package, string path) =>
        path.Split('.') is ["form", var id, .. { Length: > 0 } keys] && package.Forms.TryGetValue(id, out var form) ? Longest(form, keys) : null;

    /// <summary>Whether a path leads to an answer that names its readers, or to a whole that holds one.</summary>
    internal static bool IsKept(ServicePackage package, string path) => path.Split('.') switch
    {
        ["form"] => package.Forms.Values.Any(HasKept),
        ["form", var id] => package.Forms.TryGetValue(id, out var form) && HasKept(form),
        _ => Field(package, path) is { } field && (!field.Rules.Readers.IsEmpty || field.Components.Any(c => !c.Rules.Readers.IsEmpty)),
    };

    private static bool HasKept(Form form) => form.Fields.Values.Any(f => !f.Rules.Readers.IsEmpty);

    private static PackageProblem? Problem(ServicePackage package, string[] steps, string file, string place)
    {
        if (steps is not ["form", var id, ..]) return null;
        if (!package.Forms.TryGetValue(id, out var form)) return new PackageProblem(file, "package.form.unknown") { Place = place }.With("form", id);
        return steps.Length < 3 || Longest(form, steps[2..]) is not null ? null
            : new PackageProblem(file, "package.field.unknown") { Place = place }.With("form", id).With("field", string.Join('.', steps[2..]));
    }

    /// <summary>A path may go on into what a field holds: a date's year, a person's name, a row's key.</summary>
    private static FormComponent? Longest(Form form, string[] keys)
    {
        var (path, found) = ("", (FormComponent?)null);
        foreach (var key in keys)
        {
            path = FieldPath.Join(path, key);
            if (form.Fields.TryGetValue(path, out var field)) found = field;
            else if (found?.Type == FormComponentType.Dynamiclist && form.Fields.TryGetValue($"{found.Path}[].{key}", out var inner)) found = inner;
            else if (found is null or { Type: FormComponentType.Group or FormComponentType.Dynamiclist }) return null;
            path = found?.Path ?? path;
        }

        return found;
    }
}
