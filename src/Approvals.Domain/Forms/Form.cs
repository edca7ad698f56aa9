using System.Collections.Frozen;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Forms;

/// <summary>A form as its file describes it; every expression is compiled once.</summary>
public sealed class Form
{
    internal Form(string id, LocalText? title, ImmutableArray<FormComponent> components)
    {
        (Id, Title, Components) = (id, title, components);
        All = [.. Flatten(components)];
        Fields = All.Where(c => c.Path is not null).GroupBy(c => c.Path!).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>Its id, unique in the package.</summary>
    public string Id { get; }

    public LocalText? Title { get; }

    /// <summary>The components in order.</summary>
    public ImmutableArray<FormComponent> Components { get; }

    /// <summary>Every component, those inside others included, in order.</summary>
    public ImmutableArray<FormComponent> All { get; }

    /// <summary>Components with a value by path: <c>name</c>, <c>achievements</c>, <c>achievements[].date</c>.</summary>
    public IReadOnlyDictionary<string, FormComponent> Fields { get; }

    /// <summary>Fields that are stored encrypted.</summary>
    public IEnumerable<FormComponent> SensitiveFields => All.Where(c => c.Rules.Sensitive);

    /// <summary>Fields whose values may be searched.</summary>
    public IEnumerable<FormComponent> SearchableFields => All.Where(c => c.Rules.Searchable != Searchable.No);

    /// <summary>Reads a form file.</summary>
    /// <param name="file">Its path, for problems.</param>
    /// <param name="json">Its bytes.</param>
    public static FormLoad Read(string file, ReadOnlyMemory<byte> json)
    {
        var reading = new JsonFile(file);
        var form = reading.Read(json, FormReader.Read);
        return new FormLoad(reading.HasErrors ? null : form, [.. reading.Problems]);
    }

    /// <summary>The field that holds the value at a path, whatever the row: <c>achievements[2].date</c>.</summary>
    public FormComponent? FieldAt(string path) => Fields.GetValueOrDefault(FieldPath.WithoutRows(path));

    private static IEnumerable<FormComponent> Flatten(ImmutableArray<FormComponent> components) =>
        components.SelectMany(c => Flatten(c.Components).Prepend(c));
}

/// <summary>A form, or what is wrong with its file; a form may come with warnings.</summary>
public sealed record FormLoad(Form? Form, ImmutableArray<PackageProblem> Problems);
