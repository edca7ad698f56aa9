using System.IO.Compression;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.PersonalData;

/// <summary>A person's data: taken along, corrected and erased, always after a person decided.</summary>
public sealed class ErasureTests
{
    [Theory, AllDatabases]
    public async Task Erase_Granted_LeavesNothingReadableAndReplaySaysErased(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        var id = await RefusedAsync(host);
        var number = (await host.RowAsync(id)).Number;
        Assert.True((await ReplayAsync(host, number)).IsSuccess);
        var sealedBefore = await host.UseAsync<AuditSealer, int>(s => s.SealAllAsync(default));
        Assert.True((await FileAsync(host, DataRequestKind.Erasure)).IsSuccess);
        var seen = Assert.Single((await ListAsync(host, lead)).Value.Items);
        Assert.Equal((host.Applicant.Name, 1), (seen.Person, seen.Cases));

        Assert.Null((await DecideAsync(host, lead, seen, granted: true)).Error?.Code);

        Assert.Equal("secrets.erased", (await ReplayAsync(host, number)).Error?.Code);
        Assert.Equal("secrets.erased", (await host.UseAsync<PersonRegister, Result<PersonDetails>>(u => u.ReadAsync(host.Applicant.PersonId!.Value, default))).Error?.Code);
        var row = await host.RowAsync(id);
        Assert.Equal(("", null, true), (row.ApplicantMaskedName, row.Highlights, row.ErasedAt is not null));
        Assert.Equal((0, 0), (await host.ReadAsync(c => c.SearchValues.CountAsync(v => v.CaseId == id)), await host.ReadAsync(c => c.PersonIdentifiers.CountAsync(i => i.PersonId == host.Applicant.PersonId))));
        Assert.All(await host.ReadAsync(c => c.Opinions.Where(o => o.CaseId == id).ToListAsync()), o => Assert.Null(o.Text));
        var account = await host.ReadAsync(c => c.Users.SingleAsync(u => u.Id == host.Applicant.Id));
        Assert.Equal((null, "", null), (account.Email, account.DisplayName, account.PasswordHash));
        Assert.NotNull(account.DisabledAt);
        Assert.All(
            await host.ReadAsync(c => c.ContentKeys.Where(k => k.Id == row.KeyId || c.People.Any(p => p.Id == host.Applicant.PersonId && p.KeyId == k.Id)).ToListAsync()),
            k => Assert.True(k.WrappedKey.Length == 0 && k.DestroyedAt is not null));
        Assert.True(await host.ReadAsync(c => c.CaseEvents.AnyAsync(e => e.CaseId == id)));
        await host.UseAsync<AuditSealer, int>(s => s.SealAllAsync(default));
        var proof = await host.UseAsync<AuditVerifier, AuditReport>(v => v.VerifyAsync(default));
        Assert.True(proof.IsIntact && proof.Entries > sealedBefore && sealedBefore > 0, $"{proof.Entries} entries: {string.Join(" ", proof.Findings)}");
    }

    [Theory, AllDatabases]
    public async Task Erase_OfSomebody_LeavesOthersAsTheyWere(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");
        var kept = await host.FileAsync(SmallPackage.Code, other, new { name = "李他", amount = 5m, account = "6222000011113333" });
        await RefusedAsync(host);
        await FileAsync(host, DataRequestKind.Erasure);

        await DecideAsync(host, lead, (await ListAsync(host, lead)).Value.Items[0], granted: true);

        Assert.True((await ReplayAsync(host, (await host.RowAsync(kept)).Number)).IsSuccess);
        Assert.NotEqual("", (await host.RowAsync(kept)).ApplicantMaskedName);
        Assert.True(await host.ReadAsync(c => c.SearchValues.AnyAsync(v => v.CaseId == kept)));
        Assert.Equal("other@example.org", await host.ReadAsync(c => c.Users.Where(u => u.Id == other.Id).Select(u => u.Email).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Erase_WithARunningCaseOrAValidCard_IsToldWhatStandsAgainstIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        Assert.Equal("personalData.running", (await FileAsync(host, DataRequestKind.Erasure)).Error?.Code);
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "grant-0001");

        Assert.Equal("personalData.entitled", (await FileAsync(host, DataRequestKind.Erasure)).Error?.Code);
        Assert.Equal("personalData.staff", await StaffAsync(host));
    }

    [Theory, AllDatabases]
    public async Task Erase_WhenSomethingCameUpSince_IsNotDone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        await RefusedAsync(host);
        await FileAsync(host, DataRequestKind.Erasure);
        var running = await host.CaseAsync();

        var decided = await DecideAsync(host, lead, (await ListAsync(host, lead)).Value.Items[0], granted: true);

        Assert.Equal("personalData.running", decided.Error?.Code);
        Assert.Null((await host.RowAsync(running)).ErasedAt);
        Assert.Equal(DataRequestState.Waiting, (await ListAsync(host, lead)).Value.Items[0].State);
    }

    [Theory, AllDatabases]
    public async Task Decide_ByWhoLeadsOnlyAPartOrByOneself_IsNotFound(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        await FileAsync(host, DataRequestKind.Correction, DataField.Name, "张改");
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Lead, "220200");
        var seen = Assert.Single((await ListAsync(host, lead)).Value.Items);

        Assert.Empty((await ListAsync(host, elsewhere)).Value.Items);
        Assert.Equal(ErrorKind.NotFound, (await DecideAsync(host, elsewhere, seen, true)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await DecideAsync(host, host.First, seen, true)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await ListAsync(host, host.First)).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Correct_Granted_ChangesThePersonAndTheAccount(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        var (first, second) = (await FileAsync(host, DataRequestKind.Correction, DataField.Name, "张改"), await FileAsync(host, DataRequestKind.Correction, DataField.Name, "张改"));
        Assert.Equal(first.Value, second.Value);
        var seen = Assert.Single((await ListAsync(host, lead)).Value.Items);
        Assert.Equal((host.Applicant.Name, "张改"), (seen.Known, seen.Value));

        Assert.Null((await DecideAsync(host, lead, seen, granted: true)).Error?.Code);

        Assert.Equal("张改", (await host.UseAsync<PersonRegister, Result<PersonDetails>>(u => u.ReadAsync(host.Applicant.PersonId!.Value, default))).Value.Name);
        Assert.Equal("张改", await host.ReadAsync(c => c.Users.Where(u => u.Id == host.Applicant.Id).Select(u => u.DisplayName).SingleAsync()));
        Assert.Equal("personalData.decided", (await DecideAsync(host, lead, seen, granted: false)).Error?.Code);
        Assert.Equal("personalData.news.granted", await host.ReadAsync(c => c.Notifications.Where(n => n.UserId == host.Applicant.Id && n.CaseId == null).Select(n => n.Template).SingleAsync()));
    }

    [Theory]
    [InlineData(DataField.Mobile, "12345", "value")]
    [InlineData(DataField.Mail, "nobody", "value")]
    [InlineData(DataField.Nationality, "China", "value")]
    [InlineData(DataField.Identifier, "1", "identifierKind")]
    [InlineData(DataField.Name, " ", "value")]
    public void Correct_WithAValueThatCannotBe_NamesTheField(DataField field, string value, string path) =>
        Assert.Equal(path, FieldCorrection.Check(new FileDataRequest.Request(DataRequestKind.Correction, "有误", field, value), new DateOnly(2026, 1, 5))?.Fields.Single().Path);

    [Theory]
    [InlineData("/220000/220100/220104/", "/220000/220100/220104/;/220000/220100/220102/", "/220000/220100/")]
    [InlineData("/220000/220100/", "/220000/220100/", "/220000/220100/")]
    [InlineData("/220000/220100/", "/220000/220200/", "/220000/")]
    public void Common_OfRegions_IsTheSmallestThatHoldsAll(string first, string others, string expected) =>
        Assert.Equal(expected, DataRequestRights.Common([first, .. others.Split(';')]));

    [Theory, AllDatabases]
    public async Task Export_AfterThePassword_HoldsAnswersLettersAndWhatWasWritten(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.CaseAsync();
        using var target = new MemoryStream();

        var refused = await host.UseAsync<ExportPersonalData, Result<Guid>>(u => u.BeginAsync(host.Applicant, default));
        await host.UseAsync<ExportPersonalData, bool>(async u =>
        {
            var person = await u.BeginAsync(host.Applicant with { PasswordConfirmed = true }, default);
            await u.WriteAsync(person.Value, host.Applicant, target, default);
            return true;
        });

        Assert.Equal("rights.confirmFirst", refused.Error?.Code);
        target.Position = 0;
        await using var archive = new ZipArchive(target, ZipArchiveMode.Read);
        await using var data = await archive.GetEntry("data.json")!.OpenAsync();
        using var json = await JsonDocument.ParseAsync(data);
        var submission = json.RootElement.GetProperty("cases")[0].GetProperty("submissions").EnumerateArray().Single(s => s.GetProperty("form").GetString() == "application");
        Assert.Equal("6222000011112222", submission.GetProperty("answers").GetProperty("account").GetString());
        Assert.Equal(host.Applicant.Name, json.RootElement.GetProperty("person").GetProperty("name").GetString());
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "personalData.exported")));
    }

    /// <summary>A case that was refused: nothing runs and nothing is granted.</summary>
    private static async Task<Guid> RefusedAsync(CaseHost host)
    {
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", "refuse-0001");
        return id;
    }

    private static async Task<string?> StaffAsync(CaseHost host)
    {
        await host.ReadAsync(c => c.Users.Where(u => u.Id == host.First.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsStaff, true)));
        return (await host.UseAsync<FileDataRequest, Result<Guid>>(u => u.HandleAsync(new FileDataRequest.Request(DataRequestKind.Erasure, "离职"), host.First, default))).Error?.Code;
    }

    private static Task<Result<ReplayCase.Replayed>> ReplayAsync(CaseHost host, string number) =>
        host.UseAsync<ReplayCase, Result<ReplayCase.Replayed>>(u => u.HandleAsync(number, default));

    private static Task<Result<Guid>> FileAsync(CaseHost host, DataRequestKind kind, DataField? field = null, string? value = null) =>
        host.UseAsync<FileDataRequest, Result<Guid>>(u => u.HandleAsync(new FileDataRequest.Request(kind, "本人要求", field, value), host.Applicant, default));

    private static Task<Result<Page<DataRequestDto>>> ListAsync(CaseHost host, CurrentUser by) =>
        host.UseAsync<DataRequestList, Result<Page<DataRequestDto>>>(u => u.ForOfficerAsync(true, null, by, default));

    private static Task<Result<Unit>> DecideAsync(CaseHost host, CurrentUser by, DataRequestDto seen, bool granted) => host.UseAsync<DecideDataRequest, Result<Unit>>(u =>
        u.HandleAsync(new DecideDataRequest.Request(Guid.Parse(seen.Id), seen.Etag, granted, "经核实"), by, default));
}
