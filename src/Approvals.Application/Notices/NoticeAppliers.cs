using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Effects;
using Approvals.Application.Letters;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Domain.Identifiers;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Notices;

/// <summary>Puts up a public notice with exactly the fields the service names, masked as it says.</summary>
internal sealed class PublishNoticeApplier : EffectApplier<PublishNotice>
{
    protected override Task ApplyAsync(PublishNotice effect, CaseWork work, CancellationToken cancellationToken)
    {
        var due = work.Calendar.Resolve(effect.Term);
        var fields = effect.Fields.Select(f => new NoticeFieldText(f.Label, Value(work, f)));
        work.Context.PublicNotices.Add(new PublicNotice
        {
            Id = NoticeIds.Of(work, effect.Notice),
            CaseId = work.Case.Id,
            CaseNumber = work.Case.Number,
            ServiceName = work.Case.ServiceName,
            ActivityId = effect.Activity,
            Round = work.State.Rounds.GetValueOrDefault(effect.Activity)?.Number ?? 1,
            RegionCode = work.Case.RegionCode,
            RegionPath = work.Case.RegionPath,
            Title = LetterTexts.Subject(work, effect.Template) ?? work.StepName(effect.Activity),
            Fields = JsonSerializer.Serialize(fields, NoticeFieldText.Json),
            State = NoticeState.Open,
            PublishedAt = work.Now,
            FirstDay = work.Today,
            LastDay = due.On ?? work.Today,
            EndsAt = (due.At ?? work.Now).ToUniversalTime(),
            Limit = PendingLimits.Write(effect.Term),
            IsProvisional = due.IsProvisional,
        });
        return Task.CompletedTask;
    }

    private static LocalText Value(CaseWork work, NoticeField field)
    {
        var text = FieldTexts.At(work, field.Path);
        return Enum.TryParse<MaskKind>(field.Mask, ignoreCase: true, out var mask) && mask != MaskKind.None
            ? new LocalText(Masks.Apply(mask, text.Zh), Masks.Apply(mask, text.En))
            : text;
    }
}

/// <summary>Takes a notice down; what it showed is cleared.</summary>
internal sealed class WithdrawNoticeApplier : EffectApplier<WithdrawNotice>
{
    protected override async Task ApplyAsync(WithdrawNotice effect, CaseWork work, CancellationToken cancellationToken)
    {
        var id = NoticeIds.Of(work, effect.Notice);
        var row = await work.Context.PublicNotices.SingleAsync(n => n.Id == id, cancellationToken);
        row.State = effect.Reason == "Ended" ? NoticeState.Ended : NoticeState.Withdrawn;
        row.TakenDownAt = work.Now;
        row.Fields = null;
    }
}

/// <summary>The rows of notices follow from the engine's ids.</summary>
internal static class NoticeIds
{
    internal static Guid Of(CaseWork work, string notice) => StableId.Of(work.Case.Id, "notice", notice);

    /// <summary>The engine's id of the notice a row stands for, while it waits there.</summary>
    internal static string? Find(CaseWork work, Guid row) => work.State.Executions.Select(e => e.Memory).OfType<NoticeMemory>()
        .Select(m => m.Notice).FirstOrDefault(n => Of(work, n) == row);
}

/// <summary>One line of a public notice.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says, masked.</param>
public sealed record NoticeFieldText(LocalText Label, LocalText Value)
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lines of a notice's row; none once it is down.</summary>
    public static IReadOnlyList<NoticeFieldText> Read(string? fields) =>
        fields is null ? [] : JsonSerializer.Deserialize<List<NoticeFieldText>>(fields, Json)!;
}
