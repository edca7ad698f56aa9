namespace Approvals.Application.People;

/// <summary>The roles of the platform, by the names that packages use for them.</summary>
public static class Roles
{
    public const string Applicant = "Applicant";
    public const string EmployerAgent = "EmployerAgent";
    public const string IntakeOfficer = "IntakeOfficer";
    public const string Reviewer = "Reviewer";
    public const string Approver = "Approver";
    public const string Lead = "Lead";
    public const string Operator = "Operator";
    public const string Expert = "Expert";
    public const string Provider = "Provider";
    public const string PolicyEditor = "PolicyEditor";
    public const string PolicyApprover = "PolicyApprover";
    public const string Auditor = "Auditor";
    public const string SystemAdmin = "SystemAdmin";
    public const string SecurityAdmin = "SecurityAdmin";

    public static IReadOnlyList<string> All { get; } =
    [
        Applicant, EmployerAgent, IntakeOfficer, Reviewer, Approver, Lead, Operator, Expert, Provider,
        PolicyEditor, PolicyApprover, Auditor, SystemAdmin, SecurityAdmin,
    ];

    /// <summary>Roles that only look after the system and therefore never read cases.</summary>
    public static IReadOnlyList<string> Administrators { get; } = [SystemAdmin, SecurityAdmin];
}
