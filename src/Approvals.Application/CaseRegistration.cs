using Approvals.Application.Bookings;
using Approvals.Application.Relatives;
using Approvals.Application.Batches;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Corrections;
using Approvals.Application.Counter;
using Approvals.Application.Drafts;
using Approvals.Application.Entitlements;
using Approvals.Application.Experts;
using Approvals.Application.Feedback;
using Approvals.Application.Forms;
using Approvals.Application.Incidents;
using Approvals.Application.Letters;
using Approvals.Application.Migration;
using Approvals.Application.News;
using Approvals.Application.MessageTexts;
using Approvals.Application.Notices;
using Approvals.Application.Organisations;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Policies;
using Approvals.Application.Presence;
using Approvals.Application.Quotas;
using Approvals.Application.Reminders;
using Approvals.Application.Replay;
using Approvals.Application.Represented;
using Approvals.Application.Resources;
using Approvals.Application.Signals;
using Approvals.Application.Sms;
using Approvals.Application.Statements;
using Approvals.Application.Studio.Tables;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.Upkeep;
using Approvals.Application.WaitingLists;
using Approvals.Application.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Approvals.Application;

public static class CaseRegistration
{
    /// <summary>Registers services, drafts, cases and everything done with them. Needs the platform's data and a message catalogue.</summary>
    public static IServiceCollection AddApprovalsCases(this IServiceCollection services)
    {
        services.TryAddSingleton<Calendars.CalendarInForce>();
        services.TryAddSingleton<Dictionaries.DictionariesInForce>();
        services.TryAddScoped<PersonRegister>();
        services.AddSingleton<ServiceCatalog>().AddSingleton<CaseSerials>().AddSingleton<CaseStepper>();
        services.AddScoped<PackageRows>().AddScoped<ImportPackages>().AddScoped<NamedLists>().AddScoped<TaskForms>();
        services.AddScoped<CaseViews.CaseWords>().AddScoped<CaseWorkLoader>().AddScoped<CaseMaker>().AddScoped<DraftLoader>().AddScoped<CorrectionLoader>().AddScoped<TaskRunner>();
        services.AddScoped<EarlierAnswers>().AddScoped<OpenDraft>().AddScoped<DraftEmployer>().AddScoped<SaveDraft>().AddScoped<CheckDraft>().AddScoped<DeleteDraft>().AddScoped<SubmitDraft>();
        services.AddScoped<ClaimTask>().AddScoped<ReleaseTask>().AddScoped<CompleteTask>().AddScoped<ReturnTask>().AddScoped<CorrectTask>();
        services.AddScoped<DelegateTask>().AddScoped<TakeBackTask>().AddScoped<AddSigner>().AddScoped<RemoveSigner>().AddScoped<AskOpinion>();
        services.AddScoped<ExtendLimit>().AddScoped<StopClock>().AddScoped<CopyCase>().AddScoped<BatchAct>();
        services.AddScoped<DrawExperts>().AddScoped<ExpertFields>().AddScoped<ExpertPoolList>().AddScoped<KeepExpert>().AddScoped<ImportExperts>().AddScoped<DrawPage>().AddScoped<OwnDaysAway>();
        services.AddScoped<TransferTask>().AddScoped<Recuse>().AddScoped<SaveCorrection>().AddScoped<SubmitCorrection>();
        services.AddScoped<WithdrawCase>().AddScoped<UrgeCase>().AddScoped<SendMessage>().AddScoped<SupplyDocuments>().AddScoped<ReplayCase>();
        services.AddScoped<FileObjection>().AddScoped<RuleObjection>().AddScoped<ResolveIncident>().AddScoped<VerifyEntitlement>();
        services.AddScoped<OfferNext>().AddScoped<AnswerOffer>().AddScoped<WithdrawOffer>().AddScoped<CorrectPlace>().AddScoped<KeepList>().AddScoped<KeepQuota>();
        services.AddScoped<WaitingListView>().AddScoped<KeepResource>().AddScoped<BookingRunner>().AddScoped<AnswerBooking>().AddScoped<ReplyToBooking>();
        services.AddScoped<RecordAttendance>().AddScoped<BookingLines>().AddScoped<FamilyView>().AddScoped<EndRelation>();
        services.AddScoped<ResourceView>().AddScoped<FreeResource>().AddScoped<ImportResources>().AddScoped<ExportResources>().AddScoped<ExportEntries>();
        services.AddScoped<OrderBatch>().AddScoped<WorkBatchItem>().AddScoped<ICaseBatchWork, HandoverWork>().AddScoped<ICaseBatchWork, RetryWork>();
        services.AddScoped<ReassignTask>().AddScoped<SetSubstitute>().AddScoped<EndSubstitution>().AddScoped<PossibleSubstitutes>().AddScoped<RoleNames>();
        services.AddScoped<IncidentList>().AddScoped<RetryIncidents>().AddScoped<ITimerHandler, ElapseTimer>().AddScoped<IInboundEventHandler, TakeInboundEvent>();
        services.AddScoped<IMailComposer, LetterMail>().AddScoped<IMailComposer, OutsideMail>();
        services.AddScoped<IOutboxSender, SignalSender>().AddScoped<IOutboxSender, HttpSender>().AddScoped<HttpReplies>().AddScoped<OpenChildCase>();
        services.AddScoped<FileStatement>().AddScoped<OutsideTaskList>().AddScoped<ReportOutsideTask>();
        services.AddSingleton<WebhookOwners>().AddScoped<IOutboxSender, WebhookFanOut>().AddScoped<IOutboxSender, WebhookSender>();
        services.AddScoped<ISmsComposer, LetterSms>().AddScoped<ISmsComposer, ReminderSms>();
        services.AddScoped<IMailComposer, ReminderMail>().AddScoped<IMailComposer, DigestMail>();
        services.TryAddScoped(_ => new SignIn.SiteAddress());
        services.AddSingleton<CompiledMessages>().AddScoped<MessagesInForce>().AddScoped<LoadMessages>().AddScoped<LoadReminders>();
        services.AddScoped<RulesInForce>().AddScoped<ReminderTexts>().AddScoped<ReminderWords>();
        services.AddScoped<Jobs.IJob, FindRemindersJob>().AddScoped<Jobs.IJob, GatherDigestsJob>();
        services.AddScoped<Figures.DayCount>().AddScoped<Jobs.IJob, Figures.KeepFiguresJob>();
        services.TryAddSingleton(OutsideHosts.None);
        services.TryAddSingleton(new SmsChannel(false));
        services.TryAddSingleton(new MailChannel(false, null));
        services.TryAddSingleton<IPdfPrinter, NoPdfPrinter>();
        return services.AddPolicies().AddStudioTables().AddFlowDesigner().AddStudio().AddApplicants().AddEmployers().AddCalendars().AddPresence().AddUpkeep().AddRenewals();
    }

    private static IServiceCollection AddApplicants(this IServiceCollection services) => services
        .AddScoped<SettingsInForce>().AddScoped<LoadSettings>()
        .AddScoped<FeedbackRows>().AddScoped<FeedbackDesk>().AddScoped<FeedbackList>().AddScoped<RateCase>().AddScoped<FileComplaint>().AddScoped<ContactAbout>().AddScoped<AnswerFeedback>()
        .AddScoped<Obstacles>().AddScoped<ErasePerson>().AddScoped<TakeOverPerson>().AddScoped<FileDataRequest>().AddScoped<WithdrawDataRequest>().AddScoped<DecideDataRequest>().AddScoped<DataRequestList>()
        .AddScoped<WithdrawConsent>().AddScoped<MyData>().AddScoped<ExportPersonalData>()
        .AddScoped<NewsList>().AddScoped<MarkNewsRead>().AddScoped<Deliveries>().AddScoped<ConfirmPickUp>().AddScoped<VerifyLetter>().AddScoped<LetterView>();

    private static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddScoped<Calendars.CalendarRows>().AddScoped<Calendars.LoadCalendars>().AddScoped<Calendars.OpenDueDates>().AddScoped<Calendars.ImportCalendar>()
        .AddScoped<Calendars.MoveChunk>().AddScoped<Jobs.IJob, Calendars.MoveDueDatesJob>();

    private static IServiceCollection AddEmployers(this IServiceCollection services) => services
        .AddScoped<FindPerson>().AddScoped<NamePerson>().AddScoped<AnswerRepresentation>().AddScoped<HandInConsent>().AddScoped<OpenRepresented>().AddScoped<FileAtCounter>()
        .AddScoped<AskMandate>().AddScoped<HandInProof>().AddScoped<DecideMandate>().AddScoped<RevokeMandate>().AddScoped<ChangeOrganisation>();

    private static IServiceCollection AddPresence(this IServiceCollection services) => services
        .AddScoped<PresenceRules>().AddScoped<PresenceLedger>().AddScoped<PresencePeople>().AddScoped<EnterPresence>().AddScoped<ChangePresence>()
        .AddScoped<HandInEvidence>().AddScoped<ImportPresence>().AddScoped<ExportPresence>().AddScoped<OpenObligations>().AddScoped<Jobs.IJob, OpenObligationsJob>();

    private static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddScoped<Studio.Catalogue.SettingCatalogue>().AddScoped<Studio.Forms.EvaluateForm>().AddScoped<Studio.Forms.PreparedDrafts>().AddScoped<Studio.Letters.PreviewLetter>().AddScoped<Studio.Letters.GuidePreview>().AddScoped<Studio.Clauses.ClauseList>().AddScoped<Studio.Clauses.ClauseChangeList>()
        .AddScoped<VersionDesk>().AddScoped<ImportDraft>().AddScoped<ImportArchive>().AddScoped<CheckVersion>().AddScoped<SubmitVersion>().AddScoped<SendBackVersion>().AddScoped<PublishVersion>()
        .AddScoped<RecallVersion>().AddScoped<RetireVersion>().AddScoped<DiscardDraft>().AddScoped<ExportVersion>().AddScoped<VersionList>()
        .AddScoped<MigrationPaths>().AddScoped<MigrationWords>().AddScoped<MigrateCase>().AddScoped<UndoMigration>().AddScoped<StartMigration>().AddScoped<WorkMigration>()
        .AddScoped<EndMigration>().AddScoped<TrialMigration>().AddScoped<MigrationList>().AddScoped<Rehearsals.Rehearse>()
        .AddSingleton(RecordedFacts.None).AddScoped<SurroundingsReader>().AddScoped<PastCases>().AddScoped<PlayPastCase>().AddScoped<ReplayService>().AddScoped<StartReplay>().AddScoped<CancelReplay>().AddScoped<WorkReplay>().AddScoped<ReplayList>().AddScoped<NoteReplayedCase>().AddSingleton<ScenarioResults>();

    private static IServiceCollection AddStudio(this IServiceCollection services) => services
        .AddSingleton<Studio.DraftFindings>().AddScoped<Studio.DraftContents>().AddScoped<Studio.DraftSteps>().AddScoped<Studio.DraftWords>().AddScoped<Studio.DraftOverlap>().AddScoped<Studio.DraftDesk>()
        .AddScoped<Studio.DraftRows>().AddScoped<Studio.EditDraft>().AddScoped<Studio.UndoEdit>().AddScoped<Studio.RestoreDraft>().AddScoped<Studio.NewDraft>().AddScoped<Studio.NewService>()
        .AddScoped<Studio.DraftPresence>().AddScoped<Studio.DraftView>().AddScoped<Studio.DraftFile>().AddScoped<Studio.DraftHistory>().AddScoped<Studio.DraftProblems>().AddScoped<Studio.CompareVersions>().AddScoped<Studio.SharedSettings>()
        .AddScoped<Studio.Variants.VariantBases>().AddScoped<Studio.Variants.VariantSource>().AddScoped<Studio.Variants.VariantView>().AddScoped<Studio.Variants.RebaseVariant>();

    private static IServiceCollection AddFlowDesigner(this IServiceCollection services) => services
        .AddScoped<Studio.Flows.DraftFlow>().AddScoped<Studio.Flows.FlowStaffing>().AddScoped<Studio.Flows.BlockKindList>();

    private static IServiceCollection AddRenewals(this IServiceCollection services) => services.AddScoped<Renewals.HolderNews>().AddScoped<Renewals.RelativesAtEnd>()
        .AddScoped<Jobs.IJob, Renewals.InviteToRenewJob>().AddScoped<Jobs.IJob, Renewals.SilentRenewalJob>().AddScoped<Jobs.IJob, Renewals.AnnounceLapseJob>();
}
