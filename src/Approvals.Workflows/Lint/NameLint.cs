namespace Approvals.Workflows;

/// <summary>Names in expressions that mean nothing.</summary>
internal static class NameLint
{
    private static readonly ImmutableArray<string> OfCase =
    [
        "number", "service", "region", "regionPath", "county", "city", "province", "submittedOn", "acceptedOn", "employer", "filedBy", "parent", "quotas", "queue", "booking",
    ];

    private static readonly ImmutableArray<string> OfApplicant = ["id", "name", "birthDate", "age", "entitlements", "cases", "presence", "bookings"];

    public static IEnumerable<Problem> Of(WorkflowProgram program) => program.Expressions
        .SelectMany(written => written.Expression.References.Select(path => (Written: written, Steps: path.Split('.'))))
        .Select(r => Of(program, r.Written, r.Steps)).OfType<Problem>().Distinct();

    private static Problem? Of(WorkflowProgram program, WrittenExpression written, string[] steps)
    {
        var unknown = steps switch
        {
            ["case", var member, ..] when !OfCase.Contains(member) => $"case.{member}",
            ["applicant", var member, ..] when !OfApplicant.Contains(member) => $"applicant.{member}",
            [var name, ..] when !Means(program, written.Activity.Id, name) => name,
            _ => null,
        };
        return unknown is null ? null : WorkflowLint.At(written.Activity, written.Input, unknown.Contains('.', StringComparison.Ordinal) ? "workflow.lint.unknownMember" : "workflow.lint.unknownName",
                unknown.Contains('.', StringComparison.Ordinal) ? Severity.Warning : Severity.Error)
            .With("name", unknown).With("expression", written.Expression.Text);
    }

    /// <summary>A name with spaces may be known in part only; <c>item</c> and the like stand in filters; <c>setting</c> and <c>term</c> come from the package.</summary>
    private static bool Means(WorkflowProgram program, string activity, string name) => program.Knows(name)
        || name is "item" or "partial" or "outcome" or "activity" or "task" or "setting" or "term" or "service"
        || (program.Find(activity)?.Activity is Loop && name is Loop.CurrentValue or Loop.CurrentIndex);
}
