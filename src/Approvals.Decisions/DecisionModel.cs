using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A DMN model, compiled: decisions, the knowledge they use and the data they require. Immutable; any thread may evaluate it.</summary>
public sealed class DecisionModel
{
    /// <summary>A larger file is refused.</summary>
    public const int MostBytes = DmnXml.MostBytes;

    /// <summary>A model of more elements is refused: what each needs is worked out when it is read.</summary>
    private const int MostElements = 5_000;

    /// <summary>What each decision needs is worked out over all requirements: a model in which that is more work is refused.</summary>
    private const long MostWork = 20_000_000;

    private readonly FrozenDictionary<string, Decision> _byName;
    private readonly FrozenDictionary<string, GraphElement> _givenByName;
    private readonly ILookup<string, DecisionProblem> _problemsByElement;
    private readonly ImmutableArray<DecisionProblem> _problems;
    private readonly FrozenDictionary<string, DecisionProblem> _firstProblem;
    private readonly FrozenDictionary<Decision, DecisionProblem> _broken;
    private readonly Lazy<IReadOnlyList<DecisionInfo>> _decisions;

    private DecisionModel(XElement root, IReadOnlyDictionary<string, DecisionModel> importsByNamespace)
    {
        Name = root.NameOf();
        Namespace = root.Text("namespace") ?? "";
        var problems = new Problems();
        var imported = ImportedModels.Of(root, importsByNamespace, problems);
        Merged = new MergedModel(root, Namespace, imported.Unnamed);
        Imports = imported.All();
        Types = new ItemTypes(Merged.Root, Imports, problems);
        Elements = new GraphReader(this, Merged, problems).Read(Types);
        CycleCheck.Check(Elements.Values, problems);
        _byName = Elements.Values.OfType<Decision>().DistinctBy(element => element.Name).ToFrozenDictionary(element => element.Name, StringComparer.Ordinal);
        _givenByName = Elements.Values.Where(element => element is InputData or Decision).DistinctBy(element => element.Name)
            .ToFrozenDictionary(element => element.Name, StringComparer.Ordinal);
        _problems = problems.All;
        _problemsByElement = _problems.ToLookup(problem => problem.Element, StringComparer.Ordinal);
        _firstProblem = _problems.DistinctBy(problem => problem.Element).ToFrozenDictionary(problem => problem.Element, StringComparer.Ordinal);
        _broken = Broken();
        _decisions = new Lazy<IReadOnlyList<DecisionInfo>>(() => [.. Elements.Values.OfType<Decision>().Select(DecisionInfos.Of)]);
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The model's namespace, by which other models import it.</summary>
    public string Namespace { get; }

    /// <summary>The decisions in the order of the file.</summary>
    public IReadOnlyList<DecisionInfo> Decisions => _decisions.Value;

    /// <summary>The models this one imports, by the names it gives them.</summary>
    internal IReadOnlyDictionary<string, DecisionModel> Imports { get; }

    /// <summary>The file's elements with those of models imported without a name.</summary>
    internal MergedModel Merged { get; }

    internal ItemTypes Types { get; }

    internal IReadOnlyDictionary<string, GraphElement> Elements { get; }

    /// <summary>
    /// Reads DMN 1.1 to 1.5 XML of at most 16 MiB; a document type is refused. A model with mistakes in its expressions is read;
    /// <see cref="Check"/> names them.
    /// </summary>
    /// <param name="xml">The file's content.</param>
    /// <param name="importsByNamespace">Models that this one may import.</param>
    public static Result<DecisionModel> Read(ReadOnlyMemory<byte> xml, IReadOnlyDictionary<string, DecisionModel>? importsByNamespace = null) =>
        DmnXml.Load(xml).Bind(root => root.Elements().Count() > MostElements ? new Error("decisions.tooMany").With("most", $"{MostElements}")
            : root.Elements().Count() * (long)root.Elements().Sum(element => element.Elements().Count(child => child.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal))) > MostWork
            ? new Error("decisions.tooEntangled")
            : Result<DecisionModel>.Success(new DecisionModel(root, importsByNamespace ?? FrozenDictionary<string, DecisionModel>.Empty)));

    /// <summary>
    /// Evaluates a decision, and the decisions it requires, from the inputs; those named <c>today</c> and <c>now</c> are also what
    /// the functions of these names give.
    /// </summary>
    /// <returns>The result; an error when there is no such decision, or when it or one it requires has a mistake.</returns>
    public Result<DecisionResult> Evaluate(string decisionNameOrId, FeelContext inputs) => Find(decisionNameOrId).Map(decision =>
    {
        var run = new DecisionRun(inputs);
        var value = new DecisionEvaluation(inputs, run).Value(new Requirement("", decision));
        var outcome = run.Feel.Outcome(value);
        return new DecisionResult(outcome.Value, run.Matched.ToImmutable(), outcome.Diagnostics);
    });

    /// <summary>
    /// Answers a query. Unlike <see cref="Evaluate"/> it evaluates what it can of a model with mistakes: what is broken is null,
    /// and the answer names it.
    /// </summary>
    public DecisionAnswer Ask(DecisionQuery query) => new QueryEvaluation(this, query).Answer();

    /// <summary>Says of each rule of a decision's table whether it matched, and which cells failed.</summary>
    /// <param name="decisionNameOrId">The decision.</param>
    /// <param name="inputs">What it is asked.</param>
    /// <param name="words">What people call what it reads; null for the table's own labels and codes.</param>
    /// <returns>The explanation; an error when there is no such decision or it is not a table.</returns>
    public Result<DecisionExplanation> Explain(string decisionNameOrId, FeelContext inputs, TableWords? words = null) => Find(decisionNameOrId).Bind(decision =>
        decision.Table is { } table
            ? TableExplanation.Of(table, decision, inputs, words ?? TableWords.None)
            : Result<DecisionExplanation>.Failure(new Error("decisions.notTable").With("decision", decision.Name)));

    /// <summary>The values that the input columns of a decision's table read from the inputs.</summary>
    public Result<ImmutableArray<FeelValue>> ColumnValues(string decisionNameOrId, FeelContext inputs) => Find(decisionNameOrId).Bind(decision =>
        decision.Table is { } table
            ? TableExplanation.Values(table, decision, inputs)
            : Result<ImmutableArray<FeelValue>>.Failure(new Error("decisions.notTable").With("decision", decision.Name)));

    /// <summary>All that an output of a decision can be; null where no table says it, or a rule works it out from the inputs.</summary>
    /// <param name="decisionNameOrId">The decision.</param>
    /// <param name="output">The output's name; empty where the table has only one.</param>
    public ImmutableArray<FeelValue>? Answers(string decisionNameOrId, string output) =>
        Find(decisionNameOrId) is { IsSuccess: true, Value.Table: { } table } ? TableAnswers.Of(table, output) : null;

    /// <summary>Finds the rule of a decision's table that is nearest to giving a better answer than the inputs get now.</summary>
    /// <param name="decisionNameOrId">The decision.</param>
    /// <param name="inputs">What it is asked.</param>
    /// <param name="words">What people call what it reads; null for the table's own labels and codes.</param>
    /// <returns>
    /// The nearest better answer, null when there is none or the table's output lists no allowed values from the best on; an error
    /// when there is no such decision or it is not a table.
    /// </returns>
    public Result<BetterAnswer?> NearestBetter(string decisionNameOrId, FeelContext inputs, TableWords? words = null) => Find(decisionNameOrId).Bind(decision =>
        decision.Table is { } table
            ? BetterAnswers.Of(table, decision, inputs, words ?? TableWords.None)
            : Result<BetterAnswer?>.Failure(new Error("decisions.notTable").With("decision", decision.Name)));

    /// <summary>
    /// Says how a decision came about: each decision it requires, directly or through others, and at last itself, with its value
    /// and, where it is a table, what each rule said.
    /// </summary>
    /// <param name="decisionNameOrId">The decision.</param>
    /// <param name="inputs">What it is asked.</param>
    /// <param name="words">What people call what it reads; null for the tables' own labels and codes.</param>
    /// <returns>The steps in order of evaluation; an error when there is no such decision or it has a mistake.</returns>
    public Result<ImmutableArray<DecisionStep>> Trace(string decisionNameOrId, FeelContext inputs, TableWords? words = null) =>
        Find(decisionNameOrId).Map(decision => DecisionTrace.Of(decision, inputs, words ?? TableWords.None));

    /// <summary>What is wrong with the model: each problem with its element and, in a table, its rule and column.</summary>
    public ImmutableArray<DecisionProblem> Check() => _problems;

    /// <summary>What is wrong with an element.</summary>
    internal IEnumerable<DecisionProblem> ProblemsOf(string element) => _problemsByElement[element];

    /// <summary>The input data or decision of a name, whose value may be given.</summary>
    internal GraphElement? Given(string name) => _givenByName.GetValueOrDefault(name);

    /// <summary>The model to which the elements of a namespace belong: this one, or one that it imports, directly or through others.</summary>
    internal DecisionModel? Owner(string space) =>
        space == Namespace || Merged.Has(space) ? this : Imports.Values.Select(import => import.Owner(space)).FirstOrDefault(found => found is not null);

    /// <summary>The element of an id in the file of a namespace that is this model's own or merged into it.</summary>
    internal GraphElement? Referred(string space, string id) => space == Namespace
        ? Elements.GetValueOrDefault(id)
        : Merged.NameOf($"{space}#{id}") is { } name ? Elements.Values.FirstOrDefault(element => element.Name == name) : null;

    /// <summary>What can be asked for by its name or id; of an imported model, under the import's name.</summary>
    internal Requirement? Find(string nameOrId, InvocableKind? kind)
    {
        var name = FeelName.Normalize(nameOrId);
        if (Elements.Values.Where(element => element.Invocable is { } its && (kind ?? its) == its && (element.Name == name || element.Id == nameOrId))
            .MinBy(element => element.Invocable) is { } found)
        {
            return new Requirement("", found);
        }

        return Imports.Where(import => name.StartsWith(import.Key + ".", StringComparison.Ordinal))
            .Select(import => import.Value.Find(name[(import.Key.Length + 1)..], kind) is { } member ? member with { Import = import.Key } : null)
            .FirstOrDefault(member => member is not null);
    }

    private Result<Decision> Find(string nameOrId)
    {
        var found = _byName.GetValueOrDefault(FeelName.Normalize(nameOrId)) ?? Elements.GetValueOrDefault(nameOrId) as Decision;
        if (found is null)
        {
            return new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", nameOrId).With("model", Name);
        }

        return _broken.TryGetValue(found, out var problem) ? problem.ToError() : found;
    }

    /// <summary>The decisions that cannot be evaluated, because they or what they require have a problem, with it.</summary>
    private FrozenDictionary<Decision, DecisionProblem> Broken()
    {
        var broken = new Dictionary<GraphElement, DecisionProblem>();
        var needed = new Dictionary<GraphElement, List<GraphElement>>();
        var all = Elements.Values.SelectMany(DecisionInfos.Imported).Concat(Elements.Values).Distinct().ToList();
        foreach (var (element, required) in all.SelectMany(element => DecisionInfos.Required(element).Select(required => (element, required))))
        {
            (needed.TryGetValue(required, out var by) ? by : needed[required] = []).Add(element);
        }

        var open = new Queue<GraphElement>(all.Where(element => element.Model._firstProblem.TryGetValue(element.Name, out var own) && broken.TryAdd(element, own)));
        while (open.TryDequeue(out var element))
        {
            foreach (var by in needed.GetValueOrDefault(element, []).Where(by => broken.TryAdd(by, broken[element])))
            {
                open.Enqueue(by);
            }
        }

        return broken.Where(pair => pair.Key is Decision decision && decision.Model == this).ToFrozenDictionary(pair => (Decision)pair.Key, pair => pair.Value);
    }
}
