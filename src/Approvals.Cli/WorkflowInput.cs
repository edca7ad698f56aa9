using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Feel;

namespace Approvals.Cli;

/// <summary>What a run is given: values of inputs, and the data that expressions read beside them.</summary>
/// <param name="Values">Values of the definition's inputs.</param>
/// <param name="Data"><c>case</c>, <c>applicant</c> and <c>form</c>, where given.</param>
internal sealed record WorkflowInput(ImmutableSortedDictionary<string, FeelValue> Values, FeelContext Data)
{
    private static readonly string[] Names = ["case", "applicant", "form"];

    /// <summary>Somebody applies somewhere, so that tasks have people to wait for.</summary>
    private static readonly FeelContext Somebody = FeelJson.Parse("""
        { "applicant": { "id": "applicant" }, "form": {},
          "case": { "number": "0", "region": "0", "county": "0", "city": "0", "province": "0", "employer": { "uscc": "0", "name": "0" } } }
        """).AsContext();

    internal static Result<WorkflowInput> Read(string? json)
    {
        if (json is null)
        {
            return new WorkflowInput(ImmutableSortedDictionary<string, FeelValue>.Empty, Somebody);
        }

        try
        {
            if (!FeelJson.Parse(json).TryGetContext(out var given))
            {
                return new Error("workflow.input.notObject");
            }

            var values = given.Entries.Where(e => !Names.Contains(e.Key)).ToImmutableSortedDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
            return new WorkflowInput(values, given.Entries.Where(e => Names.Contains(e.Key)).Aggregate(Somebody, (data, e) => data.With(e.Key, e.Value)));
        }
        catch (JsonException)
        {
            return new Error("workflow.input.notObject");
        }
    }
}
