using Approvals.Application.Database;
using Approvals.Application.Feedback;
using Approvals.Application.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>Getting in touch about complaints and bad ratings.</summary>
internal sealed class ContactDates : OpenDates<CaseFeedback>
{
    internal override DateKind Kind => DateKind.Contact;

    protected override IQueryable<OpenDate> Open(IQueryable<CaseFeedback> rows) => rows
        .Where(f => f.NeedsAnswer && f.ContactedAt == null && f.AnsweredAt == null && f.ContactDueAt != null && f.ContactLimit != null)
        .Select(f => new OpenDate
        {
            Row = f.Id, Case = f.CaseId, Limit = f.ContactLimit, Due = f.ContactDueAt!.Value, Yellow = f.ContactYellowAt, IsProvisional = f.IsProvisional, Version = f.Version,
        });

    /// <summary>The answer comes after it: whether it is provisional is set there.</summary>
    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(f => f.SetProperty(x => x.ContactDueAt, to.Due).SetProperty(x => x.ContactYellowAt, to.Yellow), cancellationToken);
}

/// <summary>Answering them.</summary>
internal sealed class AnswerDates : OpenDates<CaseFeedback>
{
    internal override DateKind Kind => DateKind.Answer;

    protected override IQueryable<OpenDate> Open(IQueryable<CaseFeedback> rows) => rows.Where(f => f.NeedsAnswer && f.AnsweredAt == null && f.AnswerDueAt != null && f.AnswerLimit != null)
        .Select(f => new OpenDate
        {
            Row = f.Id, Case = f.CaseId, Limit = f.AnswerLimit, Due = f.AnswerDueAt!.Value, Yellow = f.AnswerYellowAt, IsProvisional = f.IsProvisional, Version = f.Version,
        });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(
            f => f.SetProperty(x => x.AnswerDueAt, to.Due).SetProperty(x => x.AnswerYellowAt, to.Yellow).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
}

/// <summary>Requests about personal data.</summary>
internal sealed class DataRequestDates : OpenDates<DataRequest>
{
    internal override DateKind Kind => DateKind.DataRequest;

    protected override IQueryable<OpenDate> Open(IQueryable<DataRequest> rows) => rows
        .Where(r => r.DecidedAt == null && r.WithdrawnAt == null && r.DueAt != null && r.Limit != null)
        .Select(r => new OpenDate { Row = r.Id, Case = null, Limit = r.Limit, Due = r.DueAt!.Value, Yellow = r.YellowAt, IsProvisional = r.IsProvisional, Version = r.Version });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.DueAt, to.Due).SetProperty(x => x.YellowAt, to.Yellow).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
}
