using Approvals.Application.Cases;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Approvals.TestKit.Time;

namespace Approvals.Application.Tests.Rights;

/// <summary>People and cases as values: rights are decided from these alone.</summary>
internal static class People
{
    private static readonly CaseRows Rows = new(new SequentialIds(), new FakeTimeProvider());

    /// <summary>Somebody with one role in a region, such as <c>/220000/220100/</c>.</summary>
    public static CurrentUser With(string role, string path = "/220000/", Guid? organisation = null, string? service = null, string? kind = null) =>
        With(Grant(role, path, organisation, service, kind));

    public static CurrentUser With(params RoleGrant[] grants) => new(Guid.NewGuid(), "甲", [.. grants]);

    public static RoleGrant Grant(string role, string path = "/220000/", Guid? organisation = null, string? service = null, string? kind = null) =>
        new(role, RegionPath.Codes(path)[^1], path, organisation, service, kind);

    /// <summary>A case of the county <see cref="CaseRows.County"/>.</summary>
    public static Case Case(Guid? applicant = null, Guid? employer = null)
    {
        var row = Rows.Case();
        row.ApplicantUserId = applicant;
        row.OrganisationId = employer;
        return row;
    }

    /// <summary>An open task of a case, offered to a key.</summary>
    public static TaskItem Task(Case @case, string key, string kind = "Review") => Rows.Task(@case, key, kind: kind);
}
