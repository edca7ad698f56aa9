using Approvals.Domain.Forms;
using Approvals.Domain.Json;
using Approvals.Domain.Packages.Checks;
using Approvals.Domain.Packages.Lint;
using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Packages;

/// <summary>Loads a package file by file; whatever is wrong is named and loading goes on, so that all is told at once.</summary>
internal sealed class PackageLoader(
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> shared)
{
    private const int LintedStates = 2_000;

    private readonly PackageFiles _files = new(files);
    private readonly PackageFiles _shared = new(shared);
    private readonly List<PackageProblem> _problems = [];

    internal PackageLoad Load()
    {
        _problems.AddRange(_files.Problems());
        if (HasErrors()) return new PackageLoad(null, [.. _problems]);
        var service = Json("service.json", ServiceInfoReader.Read);
        var flows = Flows();
        var workflow = Linked("workflow.json", flows);
        var dictionaries = Dictionaries(_shared).Concat(Dictionaries(_files)).GroupBy(d => d.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        var package = new ServicePackage
        {
            Service = service ?? Nothing,
            Workflow = workflow ?? Empty,
            Flows = flows.ToImmutableSortedDictionary(f => f.Key, f => Checked($"flows/{f.Key}.json", f.Value with { Flows = flows })),
            Forms = Forms(),
            Decisions = new DecisionLoader(_files, _shared, _problems).Load(),
            Letters = new LetterLoader(_files, _shared, _problems).Load(),
            Dictionaries = dictionaries.ToImmutableSortedDictionary(d => d.Key, d => d.Value.Options),
            DictionaryNames = dictionaries.Where(d => d.Value.Name is not null).ToImmutableSortedDictionary(d => d.Key, d => d.Value.Name!),
            Scenarios = [.. _files.In("scenarios", ".json").Select(p => Json(p, place => ScenarioReader.Read(place, p))).OfType<Scenario>()],
            SharedGuarantees = _shared.TryGet("guarantees.json", out _) ? Json(_shared, "guarantees.json", GuaranteeReader.ReadShared)?.Guarantees ?? [] : [],
            Hash = _files.Hash(),
            SharedHash = _shared.Hash(),
        };
        if (service is not null && workflow is not null) _problems.AddRange(PackageCheck.Run(package));
        if (!HasErrors()) _problems.AddRange(Warnings(package));
        return new PackageLoad(HasErrors() ? null : package, [.. _problems.Distinct()]);
    }

    /// <summary>What lint finds keeps no package from loading; only publishing asks for more.</summary>
    private IEnumerable<PackageProblem> Warnings(ServicePackage package) => PackageLint.Of(package, bound: LintedStates)
        .Where(found => !_problems.Exists(p => (p.File, p.Code, p.Activity, p.Place) == (found.File, found.Code, found.Activity, found.Place)))
        .Select(found => found with { Severity = ProblemSeverity.Warning });

    private bool HasErrors() => _problems.Exists(p => p.Severity == ProblemSeverity.Error);

    private T? Json<T>(string path, Func<JsonPlace, T> read)
        where T : class => Json(_files, path, read);

    private T? Json<T>(PackageFiles from, string path, Func<JsonPlace, T> read)
        where T : class
    {
        if (!from.TryGet(path, out var bytes))
        {
            _problems.Add(new PackageProblem(path, "package.file.missing"));
            return null;
        }

        var file = new JsonFile(path);
        var value = file.Read(bytes, read);
        _problems.AddRange(file.Problems);
        return value;
    }

    private WorkflowDefinition? Workflow(string path)
    {
        if (!_files.TryGet(path, out var bytes))
        {
            _problems.Add(new PackageProblem(path, "package.file.missing"));
            return null;
        }

        var definition = WorkflowDefinition.Read(bytes);
        if (definition.Error is { } error)
        {
            var place = error.Data.GetValueOrDefault("path");
            _problems.Add(new PackageProblem(path, "package.workflow") { Place = place, Cause = error, Data = error.Data });
            return null;
        }

        return definition.Value;
    }

    private WorkflowDefinition? Linked(string path, ImmutableDictionary<string, WorkflowDefinition> flows) =>
        Workflow(path) is { } definition ? Checked(path, definition with { Flows = flows }) : null;

    private WorkflowDefinition Checked(string path, WorkflowDefinition definition)
    {
        _problems.AddRange(definition.Check().Select(p => new PackageProblem(path, p.Code)
        {
            Activity = p.Activity,
            Place = p.Place,
            Data = p.Data,
            Severity = p.Severity == Severity.Error ? ProblemSeverity.Error : ProblemSeverity.Warning,
        }));
        return definition;
    }

    /// <summary>The definitions that this package's own may execute, by definition id.</summary>
    private ImmutableDictionary<string, WorkflowDefinition> Flows() =>
        _files.In("flows", ".json").Select(Workflow).OfType<WorkflowDefinition>()
            .GroupBy(f => f.DefinitionId).ToImmutableDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, Form> Forms()
    {
        var forms = ImmutableSortedDictionary.CreateBuilder<string, Form>(StringComparer.Ordinal);
        foreach (var path in _files.In("forms", ".json"))
        {
            var load = Form.Read(path, _files[path]);
            _problems.AddRange(load.Problems);
            if (load.Form is not { } form) continue;
            if (!forms.TryAdd(form.Id, form)) _problems.Add(new PackageProblem(path, "package.formTwice").With("form", form.Id));
            if (path != $"forms/{form.Id}.json") _problems.Add(new PackageProblem(path, "package.formName").With("form", form.Id));
        }

        return forms.ToImmutable();
    }

    private List<KeyValuePair<string, NamedOptions>> Dictionaries(PackageFiles from) =>
        [.. from.In("dictionaries", ".json").Select(p => (Path: p, Options: Json(from, p, DictionaryReader.Read)))
            .Where(d => d.Options is not null)
            .Select(d => KeyValuePair.Create(d.Path["dictionaries/".Length..^".json".Length], d.Options!))];

    private static ServiceInfo Nothing => new() { Code = "", Number = "", Name = new LocalText("", "") };

    private static WorkflowDefinition Empty => new() { DefinitionId = "", Root = new ActivityDefinition { Id = "", Type = "" } };
}
