using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Conditions;

/// <summary>
/// The answers of a past case for an expression to read. Only for whoever may open the case, and without fields that they may not read or
/// that are masked for them.
/// </summary>
public sealed class CaseExpressions(ApprovalsDbContext context, CaseReader cases)
{
    internal async Task<Result<FeelContext>> OfAsync(string number, string service, string file, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = await context.Cases.AsNoTracking().Where(c => c.Number == number && c.ServiceCode == service).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        var opened = id is { } known ? await cases.OpenAsync(known, user, cancellationToken) : Refusals.NotFound;
        return opened.Map(found => Of(found, file, user));
    }

    private static FeelContext Of(OpenedCase opened, string file, CurrentUser user)
    {
        var (work, roles) = (opened.Work, FieldReaders.RolesOf(user, opened.Work.Case, opened.Tasks));
        var forms = work.Service.Package.Forms.Values.ToDictionary(form => form.Id, form => Shown(form, work.Forms.GetValueOrDefault(form.Id, FormData.Empty), work.FormScope with { Roles = roles }));
        var around = work.FormScope;
        var values = FeelContext.Of(
            ("case", FeelValue.Of(around.Case)), ("today", FeelValue.Of(around.Today)), ("now", FeelValue.Of(around.Now)), ("setting", FeelValue.Of(work.Service.Service.Settings)),
            ("form", FeelValue.Of(FeelContext.From(forms.Select(form => KeyValuePair.Create(form.Key, FeelValue.Of(form.Value)))))));
        var own = file.StartsWith("forms/", StringComparison.Ordinal) && forms.TryGetValue(Path.GetFileNameWithoutExtension(file), out var fields) ? fields : FeelContext.Empty;
        return own.Entries.Aggregate(values, (sum, field) => sum.With(field.Key, field.Value));
    }

    /// <summary>The answers without what the reader may not see in full.</summary>
    private static FeelContext Shown(Form form, FormData data, FormScope scope) => FeelContext.From(form.ToFeel(data).Entries.Where(entry =>
        form.FieldAt(entry.Key) is { } field && !field.Rules.Sensitive && field.Rules.Mask is null && scope.AccessTo(field, entry.Key) != FieldAccess.Hidden));
}
