namespace Approvals.Domain.Studio.Catalogue;

/// <summary>What a reference chooses from.</summary>
public enum SettingSource
{
    /// <summary>Forms of the package.</summary>
    Forms,

    /// <summary>Decisions of the package.</summary>
    Decisions,

    /// <summary>Letters of the package and the shared ones.</summary>
    Letters,

    /// <summary>Fields of the forms, by path.</summary>
    Fields,

    /// <summary>Named lists and dictionaries.</summary>
    Lists,

    /// <summary>Documents that the service asks for.</summary>
    Documents,

    /// <summary>Levels that the service grants.</summary>
    Levels,

    /// <summary>Kinds of entitlement.</summary>
    Entitlements,

    /// <summary>Kinds of obligation.</summary>
    Obligations,

    /// <summary>Services of the platform.</summary>
    Services,

    /// <summary>Steps of the flow and kinds of step.</summary>
    Activities,

    /// <summary>What guarantees speak of: steps, kinds of step, results, acts.</summary>
    Promised,

    /// <summary>Roles.</summary>
    Roles,

    /// <summary>Messages of reminders.</summary>
    Messages,

    /// <summary>Regions.</summary>
    Regions,
}
