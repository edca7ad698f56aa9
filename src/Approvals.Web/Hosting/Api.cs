using Approvals.Web.Accounts;
using Approvals.Web.Administration;
using Approvals.Web.ApiKeys;
using Approvals.Web.Bookings;
using Approvals.Web.Cards;
using Approvals.Web.Cases;
using Approvals.Web.Clock;
using Approvals.Web.Corrections;
using Approvals.Web.Counter;
using Approvals.Web.Documents;
using Approvals.Web.Drafts;
using Approvals.Web.Employers;
using Approvals.Web.Experts;
using Approvals.Web.Family;
using Approvals.Web.Feedback;
using Approvals.Web.Figures;
using Approvals.Web.Guides;
using Approvals.Web.Home;
using Approvals.Web.Inbox;
using Approvals.Web.Incidents;
using Approvals.Web.Letters;
using Approvals.Web.Meetings;
using Approvals.Web.News;
using Approvals.Web.Notices;
using Approvals.Web.Outside;
using Approvals.Web.PersonalData;
using Approvals.Web.Policies;
using Approvals.Web.Presence;
using Approvals.Web.Problems;
using Approvals.Web.Quotas;
using Approvals.Web.Reminders;
using Approvals.Web.Requests;
using Approvals.Web.Resources;
using Approvals.Web.SavedViews;
using Approvals.Web.Session;
using Approvals.Web.Studio;
using Approvals.Web.Substitutions;
using Approvals.Web.Team;
using Approvals.Web.Upkeep;
using Approvals.Web.WaitingLists;
using Approvals.Web.Webhooks;
using Approvals.Web.WorkTasks;

namespace Approvals.Web.Hosting;

/// <summary>Every address of the API, by noun.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder routes, IWebHostEnvironment environment)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(AntiforgeryToken.FilterAsync).AddEndpointFilter(RequestChecks.FilterAsync);
        var open = api.MapGroup("").WithMetadata(new OpenToAll());
        var early = api.MapGroup("").WithMetadata(new OpenBeforeTwoFactor());
        AntiforgeryToken.Map(open);
        SessionEndpoints.Map(open, environment);
        AccountEndpoints.Map(open);
        PasswordEndpoints.Map(early, environment);
        TwoFactorEndpoints.Map(early);
        NoticeEndpoints.Map(open);
        MapCases(api);
        MapApplicants(api);
        MapAllotment(api);
        MapPrograms(api);
        MapAdministration(api);
        MapPolicies(api);
        if (environment.IsDevelopment())
        {
            ClockEndpoints.Map(api);
        }

        routes.MapFallback("/api/{**rest}", (HttpRequest request) => new ErrorResult(IsUnreadable(request) ? Failures.Malformed : Failures.NotFound)).WithMetadata(new OpenToAll()).ExcludeFromDescription();
    }

    /// <summary>Applying, following and deciding.</summary>
    private static void MapCases(RouteGroupBuilder api)
    {
        HomeEndpoints.Map(api);
        GuideEndpoints.Map(api);
        DraftEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        CaseEndpoints.Map(api);
        CorrectionEndpoints.Map(api);
        CardEndpoints.Map(api);
        FamilyEndpoints.Map(api);
        InboxEndpoints.Map(api);
        SavedViewEndpoints.Map(api);
        WorkTaskEndpoints.Map(api);
        EmployerEndpoints.Map(api);
        RepresentedEndpoints.Map(api);
        PresenceEndpoints.Map(api);
        CounterEndpoints.Map(api);
        DrawEndpoints.Map(api);
    }

    /// <summary>Letters, ratings, complaints, news, and what is kept of oneself.</summary>
    private static void MapApplicants(RouteGroupBuilder api)
    {
        LetterEndpoints.Map(api);
        FeedbackEndpoints.Map(api);
        PersonalDataEndpoints.Map(api);
        NewsEndpoints.Map(api);
        ReminderEndpoints.Map(api);
    }

    /// <summary>What is scarce: lists, quotas, resources, bookings.</summary>
    private static void MapAllotment(RouteGroupBuilder api)
    {
        WaitingEndpoints.Map(api);
        QuotaEndpoints.Map(api);
        ResourceEndpoints.Map(api);
        BookingEndpoints.Map(api);
    }

    /// <summary>Other systems.</summary>
    private static void MapPrograms(RouteGroupBuilder api)
    {
        OutsideEndpoints.Map(api);
        ApiKeyEndpoints.Map(api);
        WebhookEndpoints.Map(api);
    }

    /// <summary>People, teams and what stopped.</summary>
    private static void MapAdministration(RouteGroupBuilder api)
    {
        PeopleEndpoints.Map(api);
        OperationEndpoints.Map(api);
        PlaceEndpoints.Map(api);
        DictionaryEndpoints.Map(api);
        CalendarEndpoints.Map(api);
        AuditEndpoints.Map(api);
        SessionListEndpoints.Map(api);
        IncidentEndpoints.Map(api);
        UpkeepEndpoints.Map(api);
        SubstitutionEndpoints.Map(api);
        TeamEndpoints.Map(api);
        FigureEndpoints.Map(api);
        MeetingEndpoints.Map(api);
        ExpertEndpoints.Map(api);
    }

    /// <summary>Versions of services.</summary>
    private static void MapPolicies(RouteGroupBuilder api)
    {
        ReplayEndpoints.Map(api);
        VersionEndpoints.Map(api);
        MigrationEndpoints.Map(api);
        FlowEndpoints.Map(api);
        StudioEndpoints.Map(api);
        DesignerEndpoints.Map(api);
        TableEndpoints.Map(api);
        ExpressionEndpoints.Map(api);
        RehearsalEndpoints.Map(api);
    }

    /// <summary>A body that no address reads comes here, too: routing passes over every one that asks for JSON.</summary>
    private static bool IsUnreadable(HttpRequest request) => request.ContentType is not null && !request.HasJsonContentType();
}
