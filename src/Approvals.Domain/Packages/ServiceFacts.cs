namespace Approvals.Domain.Packages;

/// <summary>What letters and pages may name of a service.</summary>
public static class ServiceFacts
{
    /// <summary>The names, in addition to case, applicant, form, today and the flow's variables.</summary>
    public static readonly ImmutableArray<string> Names =
        ["service", "authority", "term", "setting", "limits", "remedies", "levels", "documentTypes"];

    /// <summary>The values of these names; texts are contexts of languages, which letters print in their own.</summary>
    public static FeelContext ToFeel(this ServiceInfo service) => FeelContext.Of(
        ("service", FeelValue.Of(Named(service.Code, service.Name).With("number", FeelValue.Of(service.Number)))),
        ("authority", Authority(service.Authority)),
        ("term", FeelValue.Of(FeelContext.From(service.Terms.Select(t => KeyValuePair.Create(t.Key, Text(t.Value)))))),
        ("setting", FeelValue.Of(service.Settings)),
        ("limits", Limits(service.Limits)),
        ("remedies", FeelValue.Of(service.Remedies.Select(Remedy))),
        ("levels", FeelValue.Of(service.Levels.Select(l => FeelValue.Of(Named(l.Code, l.Name))))),
        ("documentTypes", FeelValue.Of(FeelContext.From(service.Documents.Select(d => KeyValuePair.Create(d.Type, Text(d.Name)))))));

    /// <summary>A text as a context of languages.</summary>
    public static FeelValue Text(LocalText? text) => text is null ? FeelValue.Null
        : FeelValue.Of(FeelContext.Of(("zh-CN", FeelValue.Of(text.Zh)), ("en", FeelValue.Of(text.En))));

    private static FeelContext Named(string code, LocalText name) => FeelContext.Of(("code", FeelValue.Of(code)), ("name", Text(name)));

    private static FeelValue Authority(Authority? authority) => authority is null ? FeelValue.Null : FeelValue.Of(FeelContext.Of(
        ("name", Text(authority.Name)), ("phone", Text(authority.Phone)), ("address", Text(authority.Address))));

    private static FeelValue Limits(ServiceLimits limits) => FeelValue.Of(FeelContext.Of(
        ("statutory", Limit(limits.Statutory)), ("promised", Limit(limits.Promised)), ("deliver", Limit(limits.Deliver)),
        ("correction", Limit(limits.Correction)), ("extension", Limit(limits.Extension))));

    private static FeelValue Limit(StatedLimit? limit) => limit is null ? FeelValue.Null : FeelValue.Of(FeelContext.Of(
        ("length", FeelValue.Of(limit.Limit.Length)),
        ("unit", FeelValue.Of(ServiceWords.Units.First(u => u.Value == limit.Limit.Unit).Key))));

    private static FeelValue Remedy(Remedy remedy) => FeelValue.Of(FeelContext.Of(
        ("kind", FeelValue.Of(remedy.Kind)), ("length", FeelValue.Of(remedy.Length)), ("unit", FeelValue.Of(remedy.Unit)),
        ("authority", Text(remedy.Authority))));
}
