using System.Collections.Frozen;
using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Packages;

/// <summary>The words that <c>service.json</c> may use where a choice is asked for.</summary>
internal static class ServiceWords
{
    internal static readonly FrozenDictionary<string, ServiceNature> Natures = Words<ServiceNature>();
    internal static readonly FrozenDictionary<string, ApplicantKind> Applicants = Words<ApplicantKind>();
    internal static readonly FrozenDictionary<string, OnBehalf> OnBehalf = Words<OnBehalf>();
    internal static readonly FrozenDictionary<string, ClockStart> ClockStarts = Words<ClockStart>();
    internal static readonly FrozenDictionary<string, Silence> Silences = Words<Silence>();
    internal static readonly FrozenDictionary<string, GuaranteeKind> Guarantees = Words<GuaranteeKind>();
    internal static readonly FrozenDictionary<string, MaskKind> Masks = Words<MaskKind>();
    internal static readonly FrozenDictionary<string, LimitUnit> Units = Words<LimitUnit>();

    /// <summary>The results that a case can have.</summary>
    internal static readonly ImmutableArray<string> Results = ["granted", "refused", "notAccepted", "withdrawn", "terminated"];

    /// <summary>The names of an enumeration with a small first letter, as JSON writes them.</summary>
    internal static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(v => Word(v.ToString()), StringComparer.Ordinal);

    internal static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
