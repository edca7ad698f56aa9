namespace Approvals.Application.Rights;

/// <summary>The codes of the roles that rights are given by (docs/glossary.md has their meaning).</summary>
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

    /// <summary>Every role, in the order people are shown them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Applicant, EmployerAgent, IntakeOfficer, Reviewer, Approver, Lead, Operator, Expert, Provider,
        PolicyEditor, PolicyApprover, Auditor, SystemAdmin, SecurityAdmin,
    ];

    /// <summary>Roles whose holders read the cases of their region, organisation and service.</summary>
    public static IReadOnlyList<string> CaseReaders { get; } =
        [IntakeOfficer, Reviewer, Approver, Lead, Operator, Auditor];

    /// <summary>Whether holders of the role are staff, who need a second factor outside Development.</summary>
    public static bool IsStaff(string role) => role is not (Applicant or EmployerAgent);

    /// <summary>Whether holders of the role are signed out after the shorter idle time.</summary>
    public static bool IsAdministrator(string role) => role is SystemAdmin or SecurityAdmin;
}
