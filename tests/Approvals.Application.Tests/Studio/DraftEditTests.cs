using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Studio;
using Approvals.Domain.Studio;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Studio;

public sealed class DraftEditTests
{
    [Theory, AllDatabases]
    public async Task Edit_OfDifferentThingsByTwo_KeepsBoth(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (draft, one, other) = await BeginAsync(host);

        var first = await SetAsync(host, draft, one, 0, "service.json", "/order", 5);
        var second = await SetAsync(host, draft, other, 0, "service.json", "/name/en", "Other grant");

        Assert.Equal((1, false), (first.Value.Revision, first.Value.Merged));
        Assert.Equal((2, true), (second.Value.Revision, second.Value.Merged));
        var service = await JsonAsync(host, draft, one, "service.json");
        Assert.Equal((5, "Other grant"), (service["order"]!.GetValue<int>(), service["name"]!["en"]!.GetValue<string>()));
        Assert.Equal("Other grant", await host.ReadAsync(c => c.ServiceVersions.Where(v => v.Id == draft).Select(v => v.Name).SingleAsync()) is { } name ? name.En : null);
    }

    [Theory, AllDatabases]
    public async Task Edit_OfTheSameThing_IsRefusedWithWhoAndWhat(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (draft, one, other) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/limits/promised/length", 7);

        var refused = await SetAsync(host, draft, other, 0, "service.json", "/limits/promised/length", 9);

        Assert.Equal("studio.overtaken", refused.Error?.Code);
        Assert.Equal("editor", refused.Error!.Data["by"]);
        Assert.Contains("10", refused.Error.Data["what"], StringComparison.Ordinal);
        Assert.Contains("7", refused.Error.Data["what"], StringComparison.Ordinal);
        Assert.Equal(7, (await JsonAsync(host, draft, one, "service.json"))["limits"]!["promised"]!["length"]!.GetValue<int>());
        Assert.Equal(2, (await SetAsync(host, draft, other, 1, "service.json", "/limits/promised/length", 9)).Value.Revision);
    }

    [Theory, AllDatabases]
    public async Task Undo_AfterOthersChangedOtherThings_TakesBackOnlyTheUsersOwn(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (draft, one, other) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/order", 5);
        await SetAsync(host, draft, other, 1, "service.json", "/name/en", "Other grant");

        var undone = await StepAsync(host, draft, one, 2, again: false);

        Assert.Equal((3, false, true), (undone.Value.Revision, undone.Value.CanUndo, undone.Value.CanRedo));
        var service = await JsonAsync(host, draft, one, "service.json");
        Assert.Null(service["order"]);
        Assert.Equal("Other grant", service["name"]!["en"]!.GetValue<string>());
        Assert.Equal(4, (await StepAsync(host, draft, one, 3, again: true)).Value.Revision);
        Assert.Equal(5, (await JsonAsync(host, draft, one, "service.json"))["order"]!.GetValue<int>());
    }

    [Fact]
    public async Task Undo_OfWhatAnotherChangedSince_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, other) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/order", 5);
        await SetAsync(host, draft, other, 1, "service.json", "/order", 6);

        Assert.Equal("studio.undoOvertaken", (await StepAsync(host, draft, one, 2, again: false)).Error?.Code);
        Assert.Equal("studio.nothingToRedo", (await StepAsync(host, draft, one, 2, again: true)).Error?.Code);
    }

    [Fact]
    public async Task Edit_SentTwice_IsMadeOnce()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, _) = await BeginAsync(host);
        var request = new EditDraft.Request(draft, 0, "the same click", [Set("service.json", "/order", 5)]);

        var first = await host.UseAsync<EditDraft, Result<DraftEditedDto>>(u => u.HandleAsync(request, one, default));
        var second = await host.UseAsync<EditDraft, Result<DraftEditedDto>>(u => u.HandleAsync(request, one, default));

        Assert.Equal((1, 1), (first.Value.Revision, second.Value.Revision));
    }

    [Theory, AllDatabases]
    public async Task Edits_OfManyAtOnce_AllStand(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (draft, one, other) = await BeginAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SetAsync(host, draft, i % 2 == 0 ? one : other, 0, "service.json", $"/terms~1{i}", i)));

        Assert.All(answers, a => Assert.True(a.IsSuccess, a.Error?.Code));
        Assert.Equal([1, 2, 3, 4, 5, 6], answers.Select(a => a.Value.Revision).Order());
    }

    [Fact]
    public async Task Restore_OfAnEarlierRevision_IsAChangeThatCanBeTakenBack()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, _) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/order", 5);
        await host.UseAsync<EditDraft, Result<DraftEditedDto>>(u => u.HandleAsync(
            new EditDraft.Request(draft, 1, "a new file", [new CommandText("file.write", "letters/x.en.md", Value: JsonSerializer.SerializeToElement("x"))]), one, default));

        var restored = await host.UseAsync<RestoreDraft, Result<DraftEditedDto>>(u => u.HandleAsync(new RestoreDraft.Request(draft, 2, 0, null), one, default));

        Assert.Equal(3, restored.Value.Revision);
        Assert.Null((await JsonAsync(host, draft, one, "service.json"))["order"]);
        Assert.Equal(["letters/x.en.md", "service.json"], restored.Value.Files.Order());
        Assert.Equal(4, (await StepAsync(host, draft, one, 3, again: false)).Value.Revision);
        Assert.Equal(5, (await JsonAsync(host, draft, one, "service.json"))["order"]!.GetValue<int>());
    }

    [Fact]
    public async Task Fork_WithWhatCouldNotBeMerged_GoesOnApart()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, other) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/order", 5);

        var fork = await host.UseAsync<NewDraft, Result<NewDraftDto>>(u => u.HandleAsync(new NewDraft.Request(draft, 0, [Set("service.json", "/order", 6)]), other, default));

        Assert.Equal(3, fork.Value.Number);
        Assert.Equal(6, (await JsonAsync(host, fork.Value.Id, other, "service.json"))["order"]!.GetValue<int>());
        Assert.Equal(5, (await JsonAsync(host, draft, one, "service.json"))["order"]!.GetValue<int>());
    }

    [Fact]
    public async Task Discard_OfAChangedDraft_TakesItsHistoryAlong()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, _) = await BeginAsync(host);
        await SetAsync(host, draft, one, 0, "service.json", "/order", 5);
        await host.UseAsync<DraftPresence, Result<DraftPresenceDto>>(u => u.HandleAsync(draft, "overview", one, default));

        Assert.Null((await host.UseAsync<DiscardDraft, Result<Unit>>(u => u.HandleAsync(draft, one, default))).Error?.Code);
        Assert.Equal(0, await host.ReadAsync(c => c.DraftEdits.CountAsync()) + await host.ReadAsync(c => c.DraftContents.CountAsync()));
    }

    [Fact]
    public async Task Edit_OfASubmittedVersion_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (draft, one, _) = await BeginAsync(host);
        var day = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().AddDays(1).DateTime);
        var submitted = await host.UseAsync<SubmitVersion, Result<Unit>>(u => u.HandleAsync(new SubmitVersion.Request(draft, day, "新办法施行", null, ImmutableSortedDictionary<string, string>.Empty), one, default));
        Assert.Null(submitted.Error?.Code);

        Assert.Equal("policies.notDraft", (await SetAsync(host, draft, one, 0, "service.json", "/order", 5)).Error?.Code);
    }

    private static async Task<(Guid Draft, CurrentUser One, CurrentUser Other)> BeginAsync(CaseHost host)
    {
        var versions = await PackageVersions.OfAsync(host);
        var imported = await versions.ImportAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));
        return (imported.Value.Version!.Value, versions.Editor, await host.PersonAsync("editor-too", Roles.PolicyEditor, "220000"));
    }

    private static CommandText Set(string file, string at, object value) => new("value.set", file, at, Value: JsonSerializer.SerializeToElement(value));

    private static Task<Result<DraftEditedDto>> SetAsync(CaseHost host, Guid draft, CurrentUser by, int on, string file, string at, object value) =>
        host.UseAsync<EditDraft, Result<DraftEditedDto>>(u => u.HandleAsync(new EditDraft.Request(draft, on, Guid.NewGuid().ToString(), [Set(file, at, value)]), by, default));

    private static Task<Result<DraftEditedDto>> StepAsync(CaseHost host, Guid draft, CurrentUser by, int on, bool again) =>
        host.UseAsync<UndoEdit, Result<DraftEditedDto>>(u => u.HandleAsync(new UndoEdit.Request(draft, on, again), by, default));

    private static async Task<JsonNode> JsonAsync(CaseHost host, Guid draft, CurrentUser by, string path)
    {
        var found = await host.UseAsync<DraftFile, Result<DraftFile.Found>>(u => u.HandleAsync(new DraftFile.Request(draft, path, null), by, default));
        return JsonNode.Parse(Encoding.UTF8.GetString(found.Value.Content.Span))!;
    }
}
