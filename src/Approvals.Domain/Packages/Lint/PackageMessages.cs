namespace Approvals.Domain.Packages.Lint;

/// <summary>The messages that a service's own reminders are written by: they lie with the platform, not with the package.</summary>
public static class PackageMessages
{
    /// <summary>Reminders whose message is not there; they would be written by the general one.</summary>
    /// <param name="package">The package.</param>
    /// <param name="known">The names of the platform's messages; null when they are not known, so that nothing is said.</param>
    public static ImmutableArray<PackageProblem> Of(ServicePackage package, IReadOnlyCollection<string>? known) => known is null
        ? []
        :
        [
            .. package.Service.Reminders.Select((rule, index) => (rule, index)).Where(r => !known.Contains(r.rule.Template, StringComparer.Ordinal))
                .Select(r => new PackageProblem("service.json", "package.message.unknown") { Place = $"/reminders/{r.index}/template" }
                    .With("reminder", r.rule.Id).With("message", r.rule.Template).With("known", string.Join(", ", known.Order(StringComparer.Ordinal)))),
        ];
}
