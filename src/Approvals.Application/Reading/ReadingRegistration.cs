using Approvals.Application.Administration;
using Approvals.Application.Audit;
using Approvals.Application.ApiKeys;
using Approvals.Application.Batches;
using Approvals.Application.Calendars;
using Approvals.Application.Bookings;
using Approvals.Application.Cards;
using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Counter;
using Approvals.Application.Demonstration;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Figures;
using Approvals.Application.FlowMaps;
using Approvals.Application.Forms;
using Approvals.Application.Guides;
using Approvals.Application.Home;
using Approvals.Application.Inbox;
using Approvals.Application.Incidents;
using Approvals.Application.Limits;
using Approvals.Application.Notices;
using Approvals.Application.Organisations;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Application.WaitingLists;
using Approvals.Application.Tasks;
using Approvals.Application.Team;
using Approvals.Application.Webhooks;
using Approvals.Application.WorkTasks;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Reading;

public static class ReadingRegistration
{
    /// <summary>Registers people's own accounts and the mails they are confirmed with. Needs Identity.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services.AddScoped<AccountMails>().AddScoped<RegisterAccount>().AddScoped<ChangePassword>().AddScoped<IMailComposer, ConfirmMailComposer>().AddScoped<IMailComposer, ResetMailComposer>().AddScoped<IMailComposer, TwoFactorMailComposer>().AddScoped<AccountMailText>();

    /// <summary>Registers what pages read, administration and what is loaded at the start. Needs the cases; what changes accounts needs <see cref="AddAccounts"/> as well.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddScoped<CalendarPage>().AddScoped<DueDateMoves>().AddScoped<LoadRegions>().AddScoped<LoadDemonstration>();
        services.AddScoped<RoleNames>().AddScoped<AccountList>().AddScoped<ManageAccount>().AddScoped<AssignRole>().AddScoped<EndRole>().AddScoped<GrantList>().AddScoped<LastAdministrators>().AddScoped<ExplainAccess>().AddScoped<AccessWords>().AddScoped<Places>();
        services.AddScoped<DueBadge>().AddScoped<DueReasons>().AddScoped<DocumentDescription>().AddScoped<UploadDocument>().AddScoped<ReadDocument>().AddScoped<RemoveDocument>();
        services.AddScoped<ServiceCards>().AddScoped<ServiceGuide>().AddScoped<CheckEligibility>();
        services.AddScoped<DraftView>().AddScoped<CorrectionView>().AddScoped<CaseReader>().AddScoped<Offices>().AddScoped<Foresight>().AddScoped<ComingSteps>();
        services.AddScoped<TimelineLines>().AddScoped<CaseTimeline>().AddScoped<CaseSummaries>().AddScoped<RelatedCases>().AddScoped<CaseView>().AddScoped<CaseResults>().AddScoped<CaseMessages>().AddScoped<WaitingPlaces>().AddScoped<BookingView>().AddScoped<CardFaces>();
        services.AddScoped<HomePage>().AddScoped<WaitingTasks>().AddScoped<CaseMatches>().AddScoped<ReadableCases>().AddScoped<CaseList>().AddScoped<NoticeList>().AddScoped<Operations>();
        services.AddScoped<InboxQuery>().AddSingleton<InboxChoices>().AddScoped<InboxFilters>().AddScoped<InboxRows>().AddScoped<InboxOrder>().AddScoped<InboxCases>().AddScoped<InboxDrafts>().AddScoped<InboxPage>().AddScoped<InboxSheet>();
        services.AddScoped<WorkTaskPage>().AddScoped<WorkAnswers>().AddScoped<RevealAnswer>().AddScoped<CheckStepForm>().AddScoped<WorkDecisions>().AddScoped<WorkActs>().AddScoped<JoinActs>().AddScoped<StepSigners>().AddScoped<WorkSharing>().AddScoped<ColleagueSearch>().AddScoped<ActConsequences>().AddScoped<WorkObjections>().AddScoped<Phrases>().AddScoped<ListSearch>().AddScoped<SearchEmployers>().AddScoped<IdentifyOneself>();
        services.AddScoped<SignInList>().AddScoped<SignInSessions>().AddScoped<SearchAudit>().AddScoped<ExportAudit>().AddScoped<ExportTrail>();
        services.AddScoped<KeepRegions>().AddScoped<ImportRegions>().AddScoped<KeepOrganisations>().AddScoped<ImportOrganisations>();
        services.AddScoped<Dictionaries.KeepDictionaries>().AddScoped<Dictionaries.ImportDictionary>();
        services.AddScoped<FieldSearch>().AddScoped<SearchFieldList>().AddScoped<CaseSheet>().AddScoped<SavedViews.KeepViews>().AddScoped<TickDocument>().AddScoped<FlowMap>();
        services.AddScoped<FigureScope>().AddSingleton<LiveFigures>().AddScoped<Dashboard>().AddScoped<FigureCases>().AddScoped<FigureSheet>().AddScoped<Meetings.MeetingPage>().AddScoped<Meetings.MeetingSheet>();
        services.AddScoped<BatchProgress>().AddScoped<HandOver>().AddScoped<TeamPeople>().AddScoped<TeamPage>().AddScoped<SubstitutionList>();
        services.AddScoped<RepresentedList>().AddScoped<CounterDesk>().AddScoped<CounterSlip>().AddScoped<MandateRows>().AddScoped<MandateList>().AddScoped<EmployerDesk>().AddScoped<EmployerDates>();
        services.AddScoped<IncidentPage>().AddScoped<MoveCase>();
        services.AddScoped<IssueApiKey>().AddScoped<RevokeApiKey>().AddScoped<ApiKeyList>().AddScoped<OpenApiKey>().AddScoped<KeepWebhook>().AddScoped<WebhookList>();
        services.AddScoped<Reminders.KeepReminders>().AddScoped<Reminders.OwnReminders>().AddScoped<MessageTexts.MessageDesk>().AddScoped<DeadLetters>().AddSingleton<News.NewsFollower>();
        return services;
    }
}
