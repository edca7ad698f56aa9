using Approvals.Application.Cases;
using Approvals.Domain.Calendars;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Letters;

/// <summary>What letters may say: the case and its variables, the service, what a correction names.</summary>
internal static class LetterContext
{
    internal static MessageCatalog Texts { get; } = MessageCatalog.Load(typeof(LetterContext).Assembly);

    /// <summary>The names a letter sees; variables stand bare.</summary>
    internal static FeelContext Of(CaseWork work, LetterSubjectMatter about)
    {
        var service = work.Service.Service;
        return FeelContext.From(work.Data.Entries.Concat(service.ToFeel().Entries).Concat(work.State.Variables))
            .With("today", FeelValue.Of(work.Today))
            .With("now", FeelValue.Of(work.Now))
            .With("opinion", FeelValue.Of(about.Opinion))
            .With("fields", FeelValue.Of(about.Fields.Select(f => Field(work, f))))
            .With("documents", FeelValue.Of(about.Documents.Select(d => Document(service, d))))
            .With("due", about.Due is { } due ? FeelValue.Of(due) : FeelValue.Null)
            .With("activity", ServiceFacts.Text(about.Step))
            .With("latest", about.Latest is { } latest ? FeelValue.Of(latest) : FeelValue.Null)
            .With("result", FeelValue.Of(work.State.Result))
            .With("resultName", ServiceFacts.Text(work.State.Result is { } result ? service.ResultWords.GetValueOrDefault(result) ?? Texts.Texts[$"result.{result}"] : null));
    }

    private static FeelValue Field(CaseWork work, string path)
    {
        var label = work.Service.Package.Forms.Values.Select(f => f.FieldAt(path)).FirstOrDefault(f => f is not null)?.Label;
        return FeelValue.Of(FeelContext.Of(("path", FeelValue.Of(path)), ("label", ServiceFacts.Text(label ?? new LocalText(path, path)))));
    }

    private static FeelValue Document(ServiceInfo service, string type)
    {
        var name = service.Documents.FirstOrDefault(d => d.Type == type)?.Name ?? new LocalText(type, type);
        return FeelValue.Of(FeelContext.Of(("type", FeelValue.Of(type)), ("name", ServiceFacts.Text(name))));
    }
}

/// <summary>What one letter is about, beside the case.</summary>
internal sealed record LetterSubjectMatter
{
    internal static LetterSubjectMatter None { get; } = new();

    /// <summary>The opinion it quotes.</summary>
    internal string? Opinion { get; init; }

    /// <summary>Paths of fields to correct.</summary>
    internal IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Types of documents to bring.</summary>
    internal IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The last day to do it.</summary>
    internal DateOnly? Due { get; init; }

    /// <summary>The step it speaks of.</summary>
    internal LocalText? Step { get; init; }

    /// <summary>The last day of the statutory limit.</summary>
    internal DateOnly? Latest { get; init; }

    /// <summary>The last day of what waits for the applicant at an activity, else of the case.</summary>
    internal static DateOnly? DueAt(CaseWork work, string activity)
    {
        var waits = work.State.Tasks.FirstOrDefault(t => t.Activity == activity && t.Kind is TaskKind.Correction or TaskKind.Promise or TaskKind.Fill or TaskKind.Statement);
        return waits?.Limit is { } limit ? work.Calendar.Resolve(limit).On : CaseDue.Of(work)?.On;
    }
}
