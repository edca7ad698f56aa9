using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Application.Bookings;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tests.WaitingLists;
using Approvals.Application.WaitingLists;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Bookings;

/// <summary>What a provider is told of who asks: the flow's own details of a booking, a masked name, and of those who wait no answer at all.</summary>
public sealed class ProviderMinimumTests
{
    private const string Name = "沈试例";
    private const string Trouble = "腰疼";
    private const int Rank = 987_654_321;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, AllDatabases]
    public async Task Provider_OfAWaitingList_SeesPlaceAndMaskedNameAndNoAnswer(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var one = await allotment.JoinAsync(Name, Rank);

        var page = (await allotment.Host.UseAsync<WaitingPlaces, Result<Page<WaitingEntryDto>>>(u => u.ListAsync(allotment.List, null, allotment.Provider, default))).Value;
        var place = await allotment.PlaceAsync(one.Entry, allotment.Provider);

        Assert.Equal(((int?)1, one.Case.ToString()), (Assert.Single(page.Items).Place, page.Items[0].CaseId));
        Assert.All(new[] { Told(page), Told(place) }, told => Assert.All(new[] { Name, Trouble, $"{Rank}", one.Person.Id.ToString() }, secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal)));
    }

    [Theory, AllDatabases]
    public async Task Provider_OfABooking_SeesWhatTheFlowTellsAndNothingElseOfTheAnswers(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var one = await allotment.JoinAsync(Name, Rank);
        Assert.Null((await allotment.AnswerAsync(Guid.Parse((await allotment.OfferAsync()).Value.OfferId), one.Person, accepted: true)).Error);
        var id = (await allotment.Host.ReadAsync(c => c.Bookings.AsNoTracking().SingleAsync(b => b.CaseId == one.Case))).Id;

        var booking = (await ReadAsync(allotment, id, allotment.Provider)).Value;

        Assert.Equal(("trouble", Trouble), (Assert.Single(booking.Personal!.Details).Name, booking.Personal.Details[0].Text));
        Assert.All(new[] { Name, $"{Rank}", one.Person.Id.ToString() }, secret => Assert.DoesNotContain(secret, Told(booking), StringComparison.Ordinal));
        Assert.Equal(ErrorKind.NotFound, (await ReadAsync(allotment, id, allotment.Outsider)).Error?.Kind);
    }

    private static Task<Result<BookingDto>> ReadAsync(Allotment allotment, Guid id, CurrentUser user) =>
        allotment.Host.UseAsync<BookingView, Result<BookingDto>>(u => u.ReadAsync(id, user, default));

    private static string Told(object answer) => JsonSerializer.Serialize(answer, Plain);
}
