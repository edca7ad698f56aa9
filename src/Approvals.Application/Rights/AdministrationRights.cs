namespace Approvals.Application.Rights;

/// <summary>Who administers what; accounts and rights are in different hands.</summary>
public static class AdministrationRights
{
    /// <summary>Makes, changes, unlocks and disables accounts.</summary>
    public static bool ManagesAccounts(CurrentUser user) => user.Has(Roles.SystemAdmin);

    /// <summary>Gives and takes roles.</summary>
    public static bool ManagesRoles(CurrentUser user) => user.Has(Roles.SecurityAdmin);

    /// <summary>Sees the accounts with their roles.</summary>
    public static bool SeesPeople(CurrentUser user) => ManagesAccounts(user) || ManagesRoles(user);

    /// <summary>Finds accounts by name: who keeps them, and who checks.</summary>
    public static bool FindsPeople(CurrentUser user) => SeesPeople(user) || ReadsAudit(user);

    /// <summary>Asks why somebody may see a case: who gives rights, and who checks that they were given rightly.</summary>
    public static bool ExplainsAccess(CurrentUser user) => ManagesRoles(user) || user.Has(Roles.Auditor);

    /// <summary>Keeps regions, organisations and dictionaries.</summary>
    public static bool KeepsPlaces(CurrentUser user) => user.Has(Roles.SystemAdmin);

    /// <summary>Keeps the reminders and the messages they are written by.</summary>
    public static bool KeepsMessages(CurrentUser user) => user.Has(Roles.SystemAdmin) || user.Has(Roles.PolicyEditor);

    /// <summary>Loads the notices that working calendars come from.</summary>
    public static bool KeepsCalendars(CurrentUser user) => user.Has(Roles.SystemAdmin);

    /// <summary>Sees the working calendars, and which due dates a notice moved.</summary>
    public static bool SeesCalendars(CurrentUser user) => KeepsCalendars(user) || ReadsAudit(user);

    /// <summary>Is told whose due date moved; administrators read no cases, not even their numbers.</summary>
    public static bool ReadsCaseNumbers(CurrentUser user) => !user.IsAdministrator;

    /// <summary>Searches and takes out the audit.</summary>
    public static bool ReadsAudit(CurrentUser user) => user.Has(Roles.Auditor);

    /// <summary>Sees when and from where others signed in.</summary>
    public static bool SeesSignIns(CurrentUser user) => SeesPeople(user) || ReadsAudit(user);

    /// <summary>Sees and mends what stopped cases.</summary>
    public static bool MendsIncidents(CurrentUser user) => user.Has(Roles.Operator);

    /// <summary>Sees the services with their versions and problems.</summary>
    public static bool SeesServices(CurrentUser user) =>
        user.Has(Roles.SystemAdmin) || user.Has(Roles.Operator) || user.Has(Roles.PolicyEditor) || user.Has(Roles.PolicyApprover);

    /// <summary>Whether any page of administration is open to the user.</summary>
    public static bool Any(CurrentUser user) => SeesPeople(user) || MendsIncidents(user) || SeesServices(user) || ReadsAudit(user);

    /// <summary>
    /// Whether a role may be given beside the roles one holds: nobody keeps accounts or rights and works on cases, and nobody
    /// keeps both accounts and rights (separation of duties, 等保三级).
    /// </summary>
    public static Result<Unit> MayAdd(string role, IEnumerable<string> held)
    {
        var all = held.Append(role).ToHashSet(StringComparer.Ordinal);
        var administers = all.Count(Roles.IsAdministrator);
        var works = all.Any(r => Roles.IsStaff(r) && !Roles.IsAdministrator(r));
        return administers > 1 || (administers == 1 && works) ? new Error("rights.separation", ErrorKind.Conflict) : Unit.Value;
    }
}
