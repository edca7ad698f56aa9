using Approvals.Application.People;
using Approvals.Feel;

namespace Approvals.Application.Cases;

/// <summary>
/// The applicant as of the application's day, kept as the case's first submission: rules and evidence are frozen then, and
/// replay sees what the steps saw, whatever name or passport follows.
/// </summary>
public sealed record ApplicantFile(Guid PersonId, Guid? UserId, PersonDetails Details)
{
    /// <summary>The form id under which it is kept; no package's form can have it.</summary>
    public const string FormId = "_applicant";

    /// <summary>The id by which the flow knows the applicant: the account, else the person.</summary>
    public string FlowId => (UserId ?? PersonId).ToString();

    /// <summary>The applicant as expressions see it; facts are added by the engine when an expression names them.</summary>
    public FeelContext ToFeel(DateOnly today) => FeelContext.Of(
        ("id", FeelValue.Of(FlowId)),
        ("name", FeelValue.Of(Details.Name)),
        ("birthDate", Details.BirthDate is { } birth ? FeelValue.Of(birth) : FeelValue.Null),
        ("age", Details.BirthDate is { } born ? FeelValue.Of(AgeOn(born, today)) : FeelValue.Null),
        ("sex", FeelValue.Of(Details.Sex)),
        ("nationality", FeelValue.Of(Details.Nationality)),
        ("idType", FeelValue.Of(Details.IdentifierKind)),
        ("idNumber", FeelValue.Of(Details.IdentifierNumber)),
        ("mobile", FeelValue.Of(Details.Mobile)),
        ("email", FeelValue.Of(Details.Email)));

    private static int AgeOn(DateOnly birth, DateOnly today) => today.Year - birth.Year - (today < birth.AddYears(today.Year - birth.Year) ? 1 : 0);
}
