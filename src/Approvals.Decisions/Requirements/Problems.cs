using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Collects what is wrong with a model while it is compiled.</summary>
internal sealed class Problems
{
    private readonly List<DecisionProblem> _all;
    private readonly bool _ignoresNames;

    public Problems()
        : this([], false)
    {
    }

    private Problems(List<DecisionProblem> all, bool ignoresNames) => (_all, _ignoresNames) = (all, ignoresNames);

    public ImmutableArray<DecisionProblem> All => [.. _all];

    /// <summary>The same list, to which names that nothing gives are no problem.</summary>
    public Problems WithoutNames() => new(_all, true);

    public void Add(string code, string element, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var problem = new DecisionProblem(code, element, null, null);
        foreach (var (name, value) in data)
        {
            problem = problem with { Data = problem.Data.SetItem(name, value) };
        }

        _all.Add(problem);
    }

    /// <summary>A text that could not be compiled, and where it stands.</summary>
    public void Add(Error error, string element, int? rule = null, string? column = null, string? text = null)
    {
        if (!_ignoresNames || error.Code != NameCheck.Code)
        {
            _all.Add(new DecisionProblem(error.Code, element, rule, column) { Data = text is null ? error.Data : error.Data.SetItem("text", text) });
        }
    }

    /// <summary>The first problem of an element, if it has one.</summary>
    public DecisionProblem? Of(string element) => _all.Find(problem => problem.Element == element);
}
