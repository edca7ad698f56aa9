using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>One incident with what its expression read, and the ways on; whoever looks is kept in the audit.</summary>
public sealed class IncidentPage(ApprovalsDbContext context, WriteTransaction transaction, Vault vault, ServiceCatalog catalog, CaseWords words, AuditLog audit, MessageCatalog texts)
{
    public async Task<Result<IncidentDetailDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        var head = row is null ? null : await context.Cases.AsNoTracking().SingleAsync(c => c.Id == row.CaseId, cancellationToken);
        var right = head is null ? Refusals.NotFound : IncidentRights.MayMend(user, head);
        if (right is { IsSuccess: false, Error.Kind: ErrorKind.NotFound })
        {
            return right.Error;
        }

        var service = await catalog.FindAsync(head!.ServiceVersionId, cancellationToken);
        var data = IncidentList.Read(row!.Data);
        var activity = service.Package.Activity(row.ActivityId);
        var inputs = right.IsSuccess ? await InputsAsync(row, head, service, user, cancellationToken) : [];
        return new IncidentDetailDto(
            new IncidentDto(row.Id.ToString(), head.Id.ToString(), head.Number, texts.Format(row.Code, data, user.Language), row.At),
            head.ServiceName.In(user.Language), activity?.DisplayName.In(user.Language) ?? row.ActivityId,
            IncidentList.Text(data, "input"), IncidentList.Text(data, "expression"), inputs,
            [.. MovePlaces.Ways(service.Package.Workflow, row.ActivityId).Select(o => new OptionDto(o, words.Outcome(activity, o, user.Language) ?? o))],
            right.IsSuccess, row.ResolvedAt is not null);
    }

    private async Task<IReadOnlyList<IncidentInputDto>> InputsAsync(
        Cases.Incident row, Case head, ServiceSnapshot service, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (row.Inputs is null)
        {
            return [];
        }

        var opened = await vault.OpenJsonAsync<Dictionary<string, JsonElement>>(head.KeyId, row.Inputs, IncidentInputs.Place(row.Id), cancellationToken);
        if (!opened.IsSuccess)
        {
            return [];
        }

        audit.Add(reader.Id, "incident.inputsShown", "incident", row.Id.ToString(), caseId: head.Id);
        await transaction.CommitAsync(cancellationToken);
        return [.. opened.Value.Select(i => Describe(i.Key, i.Value, service, reader.Language))];
    }

    private static IncidentInputDto Describe(string name, JsonElement value, ServiceSnapshot service, string language)
    {
        var field = Field(name, service);
        var text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("@type", out _) => value.GetProperty("value").ToString(),
            _ => value.GetRawText(),
        };
        var shown = text is null || field is null ? text : MaskedAnswers.Shown(field, text);
        return new IncidentInputDto(name, field?.Label?.In(language), shown, shown != text);
    }

    private static FormComponent? Field(string name, ServiceSnapshot service) =>
        name.Split('.', 3) is ["form", var id, var path] && service.Package.Forms.TryGetValue(id, out var form) ? form.FieldAt(path) : null;
}
