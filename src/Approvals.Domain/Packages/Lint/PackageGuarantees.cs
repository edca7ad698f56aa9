using Approvals.Domain.Packages.Checks;

namespace Approvals.Domain.Packages.Lint;

/// <summary>Checks what a package and the law promise about every path of its flow.</summary>
public static class PackageGuarantees
{
    private const string Reasons = "reasons";

    /// <summary>Each guarantee that is for this service, its own first, with what checking it gave.</summary>
    public static ImmutableArray<GuaranteeResult> Check(ServicePackage package) =>
        [.. package.Service.Guarantees.Concat(package.SharedGuarantees).Where(g => IsFor(g, package.Service))
            .Select(g => new GuaranteeResult(g, PathRules.Check(package.Workflow, Rule(g, package))))];

    private static bool IsFor(Guarantee guarantee, ServiceInfo service)
    {
        if (guarantee.When is not { } when) return true;
        var known = FeelContext.Empty.With("nature", FeelValue.Of(service.Nature.ToString())).With("entitlements", FeelValue.Of(service.Entitlements.Length))
            .With("publicFields", FeelValue.Of(service.PublicFields.Length));
        return when.Evaluate(FeelContext.Empty.With("service", FeelValue.Of(known))).Value.TryGetBoolean(out var holds) && holds;
    }

    private static PathRule Rule(Guarantee guarantee, ServicePackage package) =>
        new(guarantee.Id, Enum.Parse<PathRuleKind>(guarantee.Kind.ToString()), guarantee.Target, guarantee.By)
        {
            MinWorkingDays = guarantee.MinWorkingDays,
            Letters = guarantee.Kind == GuaranteeKind.Tells ? Telling(package, guarantee.By) : [],
        };

    /// <summary>The letters that read all of the names, in both languages.</summary>
    private static ImmutableHashSet<string> Telling(ServicePackage package, ImmutableArray<string> names) =>
        [.. package.Letters.Where(l => names.All(n => Reads(package, l.Value.Zh, n) && Reads(package, l.Value.En, n))).Select(l => l.Key)];

    /// <summary><c>reasons</c> are what an office's own form or an opinion says; any other name is read as it is.</summary>
    private static bool Reads(ServicePackage package, Letters.Letter letter, string name) => name == Reasons
        ? letter.References.Any(r => r.Split('.') is ["opinion" or "reason" or "reasons", ..] || (r.Split('.') is ["form", var form, ..] && OfOffice(package).Contains(form)))
        : letter.References.Any(r => r == name || r.StartsWith(name + ".", StringComparison.Ordinal));

    private static IEnumerable<string> OfOffice(ServicePackage package) => package.Workflow.Activities
        .Where(a => a.Type is "Approvals.Review" or "Approvals.Accept" or "Approvals.Vote").Select(a => ActivityInputs.Literal(a, "form")).OfType<string>();
}

/// <summary>A guarantee and what checking it gave.</summary>
/// <param name="Guarantee">The guarantee.</param>
/// <param name="Result">Whether it holds, and if not, a shortest path that breaks it.</param>
public sealed record GuaranteeResult(Guarantee Guarantee, PathRuleResult Result)
{
    private string Code => Result.Verdict switch
    {
        PathVerdict.Holds => "package.guarantee.holds",
        PathVerdict.Broken => "package.guarantee.broken",
        _ => "package.guarantee.undecided",
    };

    /// <summary>The ids of the steps of the breaking path, in order.</summary>
    public ImmutableArray<string> Activities => [.. Result.Path.Select(step => step.Activity).OfType<string>()];

    /// <summary>The result in a policy editor's words; the steps of a breaking path stand on lines of their own.</summary>
    public string Describe(MessageCatalog texts, string? language)
    {
        var data = new Dictionary<string, string>
        {
            ["id"] = Guarantee.Id, ["text"] = Guarantee.Text.In(language), ["states"] = $"{Result.States}", ["bound"] = $"{PathRules.Bound}",
        };
        var steps = Result.Path.Select((step, at) => $"\n    {at + 1}. {step.Describe(texts, language)}");
        return texts.Format(Code, data, language) + string.Concat(steps);
    }
}
