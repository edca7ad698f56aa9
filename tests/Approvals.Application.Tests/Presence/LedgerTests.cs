using System.Text;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Domain.Residency;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Presence;

/// <summary>What stands in a ledger, who writes it and who reads it.</summary>
public sealed class LedgerTests
{
    [Theory, AllDatabases]
    public async Task Read_OfOverlappingEntries_CountsEachDayOnceAndSaysSo(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23");
        await ledgers.EnterAsync(ledgers.Agent, "2026-01-20", "2026-01-25", [ProofKind.Attendance, ProofKind.Log]);
        await ledgers.EnterAsync(ledgers.Agent, "2026-02-03", "2026-02-09", [ProofKind.Log]);

        var read = await ledgers.ReadAsync(ledgers.Talent);

        Assert.Equal((21, 19, 2, 7, 4), (read.Count.Days, read.Count.ClassA, read.Count.ClassB, read.Count.Uncounted, read.Count.Merged));
        Assert.Equal([19, 2, 0], read.Entries.Select(e => e.Counted));
        Assert.Equal([PresenceEntryState.Unconfirmed, PresenceEntryState.Confirmed, PresenceEntryState.ProofMissing], read.Entries.Select(e => e.State));
        Assert.Equal(
            [("2026-01-05", "2026-01-23", PresenceDayKind.ClassA), ("2026-01-24", "2026-01-25", PresenceDayKind.ClassB), ("2026-02-03", "2026-02-09", PresenceDayKind.Uncounted)],
            read.Ranges.Select(r => ($"{r.From:yyyy-MM-dd}", $"{r.To:yyyy-MM-dd}", r.Kind)));
    }

    [Theory, AllDatabases]
    public async Task Enter_TheSameDaysAgain_IsTheSameEntry(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);

        var (first, again) = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23"), await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23"));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await ledgers.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "presence.entered")));
    }

    [Theory]
    [AllDatabases("2026-02-20", "2026-02-10", "presence.backwards")]
    [AllDatabases("2026-02-20", "2026-03-03", "presence.future")]
    [AllDatabases("2025-01-01", "2026-01-02", "presence.tooLong")]
    [AllDatabases("1999-12-31", "2000-01-02", "presence.tooOld")]
    public async Task Enter_DaysThatCannotBe_IsRefused(DatabaseKind kind, string from, string to, string code)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);

        Assert.Equal(code, (await ledgers.EnterAsync(ledgers.Talent, from, to)).Error!.Code);
    }

    [Theory, AllDatabases]
    public async Task Correct_AnEntry_KeepsWhatItWasWithTheReason(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var entry = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23")).Value;
        await HandInAsync(ledgers, entry);
        var request = new ChangePresence.Correction(entry, Ledgers.Day("2026-01-05"), Ledgers.Day("2026-01-20"), Ledgers.ClassA, "返程日期有误", await ledgers.EtagAsync(entry));

        var corrected = await CorrectAsync(ledgers, request, ledgers.Talent);
        var twice = await CorrectAsync(ledgers, request, ledgers.Talent);

        Assert.Equal(corrected.Value, twice.Value);
        var read = await ledgers.ReadAsync(ledgers.Talent);
        var (now, before) = (Assert.Single(read.Entries), Assert.Single(read.History));
        Assert.Equal((16, corrected.Value.ToString()), (now.Counted, now.Id));
        Assert.NotNull(now.Proofs.Single(p => p.Kind == ProofKind.Tax).Document);
        Assert.Equal((PresenceEntryState.Corrected, "返程日期有误", 0), (before.State, before.Reason, before.Counted));
    }

    [Theory, AllDatabases]
    public async Task Correct_WithAnOldVersion_ChangesNothing(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var entry = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23")).Value;
        var seen = await ledgers.EtagAsync(entry);
        await ledgers.Host.UseAsync<ChangePresence, Result<Unit>>(u => u.ConfirmAsync(entry, ledgers.Agent, default));

        var refused = await CorrectAsync(ledgers, new(entry, Ledgers.Day("2026-01-05"), Ledgers.Day("2026-01-06"), Ledgers.ClassA, "有误", seen), ledgers.Talent);

        Assert.Equal(ErrorKind.Conflict, refused.Error!.Kind);
        Assert.Equal(19, (await ledgers.ReadAsync(ledgers.Talent)).Count.Days);
    }

    [Theory, AllDatabases]
    public async Task Withdraw_AnEntry_LeavesItInTheHistoryAndTheDaysFree(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var entry = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23")).Value;

        var withdrawn = await ledgers.Host.UseAsync<ChangePresence, Result<Unit>>(u => u.WithdrawAsync(entry, "重复登记", ledgers.Talent, default));
        var anew = await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23");

        Assert.True(withdrawn.IsSuccess);
        Assert.NotEqual(entry, anew.Value);
        Assert.Equal((PresenceEntryState.Withdrawn, "重复登记"), (await ledgers.ReadAsync(ledgers.Talent)).History.Select(e => (e.State, e.Reason!)).Single());
    }

    [Theory, AllDatabases]
    public async Task Read_ByOthers_ReachesAsFarAsTheyLookAfterThePerson(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23");
        var (near, far) = (await ledgers.Host.PersonAsync("near", Roles.Reviewer, "220104"), await ledgers.Host.PersonAsync("far", Roles.Reviewer, "220600"));
        var (stranger, operators) = (await ledgers.Host.PersonAsync("stranger", Roles.Applicant, "220104"), await ledgers.Host.PersonAsync("operator", Roles.Operator, "220000"));

        Assert.Equal(19, (await ledgers.ReadAsync(near)).Count.Days);
        Assert.All(new[] { far, stranger, operators }, user => Assert.Equal(ErrorKind.NotFound, ledgers.TryReadAsync(user).GetAwaiter().GetResult().Error!.Kind));
        Assert.Equal(ErrorKind.Forbidden, (await ledgers.EnterAsync(near, "2026-02-01", "2026-02-02")).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await ledgers.EnterAsync(stranger, "2026-02-01", "2026-02-02")).Error!.Kind);
    }

    [Theory, AllDatabases]
    public async Task Read_ByAnAgent_ShowsTheOwnEmployersEntriesAlone(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.EnterAsync(ledgers.Agent, "2026-01-05", "2026-01-06");
        await ledgers.Host.UseAsync<EnterPresence, Result<Guid>>(u => u.HandleAsync(
            new EnterPresence.Request(ledgers.Held.PersonId, null, Ledgers.Day("2026-02-01"), Ledgers.Day("2026-02-05"), Ledgers.ClassA), ledgers.Talent, default));

        var (agents, own) = (await ledgers.ReadAsync(ledgers.Agent), await ledgers.ReadAsync(ledgers.Talent));

        Assert.Equal((2, true), (agents.Count.Days, agents.Partial));
        Assert.Equal((7, false), (own.Count.Days, own.Partial));
    }

    [Theory, AllDatabases]
    public async Task Evidence_OfAnEntry_IsReadByWhoReadsTheEntryAndNobodyElse(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var entry = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23")).Value;
        await HandInAsync(ledgers, entry);
        var document = Guid.Parse((await ledgers.ReadAsync(ledgers.Talent)).Entries.Single().Proofs.Single(p => p.Document is not null).Document!);
        var (near, far) = (await ledgers.Host.PersonAsync("near", Roles.Reviewer, "220104"), await ledgers.Host.PersonAsync("far", Roles.Reviewer, "220600"));

        Assert.True((await OpenAsync(ledgers, document, near)).IsSuccess);
        Assert.True((await OpenAsync(ledgers, document, ledgers.Agent)).IsSuccess);
        Assert.Equal(ErrorKind.NotFound, (await OpenAsync(ledgers, document, far)).Error!.Kind);
    }

    [Theory, AllDatabases]
    public async Task List_OfThoseToBeThere_ShowsEachReaderTheirOwn(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.EnterAsync(ledgers.Agent, "2026-01-05", "2026-01-06");
        var (near, far) = (await ledgers.Host.PersonAsync("near", Roles.Reviewer, "220104"), await ledgers.Host.PersonAsync("far", Roles.Reviewer, "220600"));

        Assert.Equal((ledgers.Held.Number, 2), (await ListAsync(ledgers, near)).Value.People.Select(p => (p.Number, p.Count.Days)).Single());
        Assert.Equal(ledgers.Employer.ToString(), Assert.Single((await ListAsync(ledgers, ledgers.Agent)).Value.Employers).Id);
        Assert.Empty((await ListAsync(ledgers, far)).Value.People);
        Assert.Equal(ErrorKind.Forbidden, (await ListAsync(ledgers, ledgers.Talent)).Error!.Kind);
    }

    private static Task<Result<PresencePeopleDto>> ListAsync(Ledgers ledgers, CurrentUser by) =>
        ledgers.Host.UseAsync<PresencePeople, Result<PresencePeopleDto>>(u => u.ListAsync(2026, null, by, default));

    private static Task<Result<Guid>> CorrectAsync(Ledgers ledgers, ChangePresence.Correction request, CurrentUser by) =>
        ledgers.Host.UseAsync<ChangePresence, Result<Guid>>(u => u.CorrectAsync(request, by, default));

    private static Task<Result<Unit>> HandInAsync(Ledgers ledgers, Guid entry) => ledgers.Host.UseAsync<HandInEvidence, Result<Unit>>(u => u.HandleAsync(
        new HandInEvidence.Request(entry, ProofKind.Tax, "tax.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"))), ledgers.Talent, default));

    private static Task<Result<bool>> OpenAsync(Ledgers ledgers, Guid document, CurrentUser by) => ledgers.Host.UseAsync<HandInEvidence, Result<bool>>(
        async u => (await u.ReadAsync(document, by, default)).Map(opened =>
        {
            opened.Content.Dispose();
            return true;
        }));
}
