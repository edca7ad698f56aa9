using System.Collections.Frozen;

namespace Approvals.Domain.Identifiers;

/// <summary>A kind of identifier that a form may ask for.</summary>
public enum IdentifierKind
{
    /// <summary>Resident identity card (居民身份证), GB 11643.</summary>
    ResidentId,

    /// <summary>Residence permit for residents of Hong Kong, Macao and Taiwan.</summary>
    ResidencePermitHmt,

    /// <summary>Foreign permanent resident's card, 2023 edition.</summary>
    PermanentResident2023,

    /// <summary>Foreign permanent resident's card, 2017 edition.</summary>
    PermanentResident2017,

    /// <summary>Unified social credit code (统一社会信用代码), GB 32100.</summary>
    Uscc,

    /// <summary>Mobile number of the mainland.</summary>
    Mobile,

    /// <summary>Chinese passport.</summary>
    PassportCn,

    /// <summary>Foreign passport.</summary>
    PassportForeign,

    /// <summary>Mainland travel permit for residents of Hong Kong and Macao.</summary>
    MainlandTravelPermitHm,

    /// <summary>Mainland travel permit for residents of Taiwan.</summary>
    MainlandTravelPermitTw,

    /// <summary>Address of electronic mail.</summary>
    Email,
}

/// <summary>The codes under which data names the kinds.</summary>
public static class IdentifierKinds
{
    private static readonly FrozenDictionary<string, IdentifierKind> Kinds = new Dictionary<string, IdentifierKind>
    {
        ["resident-id"] = IdentifierKind.ResidentId,
        ["residence-permit-hmt"] = IdentifierKind.ResidencePermitHmt,
        ["permanent-resident-2023"] = IdentifierKind.PermanentResident2023,
        ["permanent-resident-2017"] = IdentifierKind.PermanentResident2017,
        ["uscc"] = IdentifierKind.Uscc,
        ["mobile"] = IdentifierKind.Mobile,
        ["passport-cn"] = IdentifierKind.PassportCn,
        ["passport-foreign"] = IdentifierKind.PassportForeign,
        ["mainland-travel-permit-hm"] = IdentifierKind.MainlandTravelPermitHm,
        ["mainland-travel-permit-tw"] = IdentifierKind.MainlandTravelPermitTw,
        ["email"] = IdentifierKind.Email,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<IdentifierKind, string> Names = Kinds.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>Every code, in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds the kind that a code names.</summary>
    public static bool TryParse(string? code, out IdentifierKind kind) => Kinds.TryGetValue(code ?? "", out kind);

    /// <summary>The code of a kind.</summary>
    public static string Code(this IdentifierKind kind) => Names[kind];
}
