using Approvals.Application.Regions;
using Approvals.Domain.Calendars;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>What expressions see of a case: pure, from its row, its state and its submissions.</summary>
internal static class CaseContext
{
    private const int MostWorkdays = 30;

    /// <summary><c>case</c>, <c>applicant</c>, <c>form.&lt;id&gt;.&lt;key&gt;</c> and <c>setting</c>.</summary>
    internal static FeelContext Of(FeelContext @case, FeelContext applicant, IReadOnlyDictionary<string, FormData> answers, ServicePackage package) =>
        FeelContext.Of(
            ("case", FeelValue.Of(@case)),
            ("applicant", FeelValue.Of(applicant)),
            ("form", FeelValue.Of(FeelContext.From(package.Forms.Select(f => KeyValuePair.Create(f.Key, FeelValue.Of(f.Value.ToFeel(answers.GetValueOrDefault(f.Key)))))))),
            ("setting", FeelValue.Of(package.Service.Settings)));

    /// <summary>The case itself.</summary>
    internal static FeelContext Case(Case row, string? uscc, WorkflowState state, WorkingCalendar calendar)
    {
        var codes = RegionPath.Codes(row.RegionPath);
        return FeelContext.Of(
            ("number", FeelValue.Of(row.Number)),
            ("service", FeelValue.Of(row.ServiceCode)),
            ("region", FeelValue.Of(row.RegionCode)),
            ("regionPath", FeelValue.Of(row.RegionPath)),
            ("province", FeelValue.Of(codes.ElementAtOrDefault(0))),
            ("city", FeelValue.Of(codes.ElementAtOrDefault(1))),
            ("county", FeelValue.Of(codes.ElementAtOrDefault(2))),
            ("submittedOn", FeelValue.Of(calendar.DayOf(row.SubmittedAt))),
            ("acceptedOn", state.Clock.AcceptedOn is { } accepted ? FeelValue.Of(calendar.DayOf(accepted)) : FeelValue.Null),
            ("employer", uscc is null ? FeelValue.Null : FeelValue.Of(Employer(uscc, row.OrganisationName))),
            ("filedBy", FeelValue.Of(row.FiledByUserId.ToString())));
    }

    /// <summary>The case as a form sees it before there is one.</summary>
    internal static FeelContext Case(string service, WorkingCalendar calendar, DateOnly today, string? uscc, string? employerName) => FeelContext.Of(
        ("number", FeelValue.Null),
        ("service", FeelValue.Of(service)),
        ("submittedOn", FeelValue.Of(today)),
        ("acceptedOn", FeelValue.Null),
        ("employer", uscc is null ? FeelValue.Null : FeelValue.Of(Employer(uscc, employerName))),
        ("workdays", Workdays(calendar, today)));

    /// <summary>What forms see as <c>case.workdays</c>: the working days after today, so that the second of them is <c>case.workdays[2]</c>.</summary>
    internal static FeelValue Workdays(WorkingCalendar calendar, DateOnly today)
    {
        var days = new FeelValue[MostWorkdays];
        for (var (i, day) = (0, today); i < days.Length; i++)
        {
            days[i] = FeelValue.Of(day = calendar.NextWorkday(day));
        }

        return FeelValue.Of(days.AsEnumerable());
    }

    private static FeelContext Employer(string uscc, string? name) =>
        FeelContext.Of(("uscc", FeelValue.Of(uscc)), ("name", FeelValue.Of(name)));
}
