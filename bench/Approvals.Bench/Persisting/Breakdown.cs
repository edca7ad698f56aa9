using System.Diagnostics;
using System.Globalization;
using Approvals.Application.Cases;

namespace Approvals.Bench.Persisting;

/// <summary>Adds up where the time of steps goes, from the product's own tracing.</summary>
internal sealed class Breakdown : IDisposable
{
    private static readonly string[] Parts = [CaseTrace.Load, CaseTrace.Facts, CaseTrace.Step, CaseTrace.Serialise, CaseTrace.Project, CaseTrace.Save];

    private readonly Dictionary<string, TimeSpan> _spent = Parts.ToDictionary(p => p, _ => TimeSpan.Zero);
    private readonly ActivityListener _listener;
    private bool _counting;

    public Breakdown()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CaseTrace.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Add(activity),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Counts from now on.</summary>
    public void Start() => _counting = true;

    /// <summary>One line: milliseconds a step by part, and the rest.</summary>
    public string Line(TimeSpan total, int steps)
    {
        var rest = total - _spent.Values.Aggregate(TimeSpan.Zero, (sum, t) => sum + t);
        return "where it goes, ms a transition: " + string.Join(", ", Parts.Select(p => (p, _spent[p])).Append(("rest", rest)).Select(p =>
            string.Create(CultureInfo.InvariantCulture, $"{p.Item1} {p.Item2.TotalMilliseconds / steps:F2}")));
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Activity activity)
    {
        // The whole step is measured from outside; its parts are added up.
        if (_counting && _spent.TryGetValue(activity.OperationName, out var spent))
        {
            _spent[activity.OperationName] = spent + activity.Duration;
        }
    }
}
