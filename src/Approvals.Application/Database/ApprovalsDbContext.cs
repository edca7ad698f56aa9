using Approvals.Application.ApiKeys;
using Approvals.Application.Audit;
using Approvals.Application.Bookings;
using Approvals.Application.Batches;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Dictionaries;
using Approvals.Application.Documents;
using Approvals.Application.Entitlements;
using Approvals.Application.Experts;
using Approvals.Application.Feedback;
using Approvals.Application.Figures;
using Approvals.Application.Jobs;
using Approvals.Application.MessageTexts;
using Approvals.Application.Migration;
using Approvals.Application.News;
using Approvals.Application.Nodes;
using Approvals.Application.Organisations;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Policies;
using Approvals.Application.Presence;
using Approvals.Application.Quotas;
using Approvals.Application.Regions;
using Approvals.Application.Reminders;
using Approvals.Application.Renewals;
using Approvals.Application.Replay;
using Approvals.Application.Represented;
using Approvals.Application.Resources;
using Approvals.Application.Retention;
using Approvals.Application.SavedViews;
using Approvals.Application.Secrets;
using Approvals.Application.Signals;
using Approvals.Application.Studio;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.WaitingLists;
using Approvals.Application.Webhooks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Database;

/// <summary>
/// The platform's rows. Used directly, without repositories; writes go through <see cref="WriteTransaction"/>.
/// </summary>
public sealed class ApprovalsDbContext(DbContextOptions<ApprovalsDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonIdentifier> PersonIdentifiers => Set<PersonIdentifier>();

    public DbSet<FamilyRelation> FamilyRelations => Set<FamilyRelation>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Substitution> Substitutions => Set<Substitution>();

    public DbSet<CaseBatch> CaseBatches => Set<CaseBatch>();

    public DbSet<CaseBatchItem> CaseBatchItems => Set<CaseBatchItem>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<OrganisationChange> OrganisationChanges => Set<OrganisationChange>();

    public DbSet<RepresentedPerson> RepresentedPeople => Set<RepresentedPerson>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<DictionaryEntry> DictionaryEntries => Set<DictionaryEntry>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseState> CaseStates => Set<CaseState>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<CaseDecision> CaseDecisions => Set<CaseDecision>();

    public DbSet<CaseSerialBlock> CaseSerialBlocks => Set<CaseSerialBlock>();

    public DbSet<CaseCopy> CaseCopies => Set<CaseCopy>();

    public DbSet<ChildCase> ChildCases => Set<ChildCase>();

    public DbSet<AwaitedSignal> AwaitedSignals => Set<AwaitedSignal>();

    public DbSet<OutsideRequest> OutsideRequests => Set<OutsideRequest>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<VoteBallot> VoteBallots => Set<VoteBallot>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<ExpertField> ExpertFields => Set<ExpertField>();

    public DbSet<ExpertAbsence> ExpertAbsences => Set<ExpertAbsence>();

    public DbSet<ExpertCoAuthor> ExpertCoAuthors => Set<ExpertCoAuthor>();

    public DbSet<PanelDraw> PanelDraws => Set<PanelDraw>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<PublicNotice> PublicNotices => Set<PublicNotice>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<CaseFeedback> Feedback => Set<CaseFeedback>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<SearchValue> SearchValues => Set<SearchValue>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<TaskItem> TaskItems => Set<TaskItem>();

    public DbSet<TaskCandidate> TaskCandidates => Set<TaskCandidate>();

    public DbSet<CaseTimer> Timers => Set<CaseTimer>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<PlatformReminder> PlatformReminders => Set<PlatformReminder>();

    public DbSet<ReminderOptOut> ReminderOptOuts => Set<ReminderOptOut>();

    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    public DbSet<NewsSignal> NewsSignals => Set<NewsSignal>();

    public DbSet<SendAllowance> SendAllowances => Set<SendAllowance>();

    public DbSet<InboundEvent> InboundEvents => Set<InboundEvent>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentTick> DocumentTicks => Set<DocumentTick>();

    public DbSet<DayFigure> DayFigures => Set<DayFigure>();

    public DbSet<StepFigure> StepFigures => Set<StepFigure>();

    public DbSet<FiguredDay> FiguredDays => Set<FiguredDay>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Entitlement> Entitlements => Set<Entitlement>();

    public DbSet<EntitlementSuspension> EntitlementSuspensions => Set<EntitlementSuspension>();

    public DbSet<ChangeOfEntitlement> EntitlementChanges => Set<ChangeOfEntitlement>();

    public DbSet<EntitlementMilestone> EntitlementMilestones => Set<EntitlementMilestone>();

    public DbSet<Obligation> Obligations => Set<Obligation>();

    public DbSet<PresenceInterval> PresenceIntervals => Set<PresenceInterval>();

    public DbSet<WaitingList> WaitingLists => Set<WaitingList>();

    public DbSet<WaitingListEntry> WaitingListEntries => Set<WaitingListEntry>();

    public DbSet<WaitingOffer> WaitingOffers => Set<WaitingOffer>();

    public DbSet<WaitingChange> WaitingChanges => Set<WaitingChange>();

    public DbSet<Quota> Quotas => Set<Quota>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<ServiceVersion> ServiceVersions => Set<ServiceVersion>();

    public DbSet<PackageFile> PackageFiles => Set<PackageFile>();

    public DbSet<DraftEdit> DraftEdits => Set<DraftEdit>();

    public DbSet<DraftEditFile> DraftEditFiles => Set<DraftEditFile>();

    public DbSet<DraftContent> DraftContents => Set<DraftContent>();

    public DbSet<DraftEditor> DraftEditors => Set<DraftEditor>();

    public DbSet<MigrationBatch> MigrationBatches => Set<MigrationBatch>();

    public DbSet<MigratedCase> MigratedCases => Set<MigratedCase>();

    public DbSet<ReplayRun> ReplayRuns => Set<ReplayRun>();

    public DbSet<ReplayedCase> ReplayedCases => Set<ReplayedCase>();

    public DbSet<CalendarRevision> CalendarRevisions => Set<CalendarRevision>();

    public DbSet<DueDateMove> DueDateMoves => Set<DueDateMove>();

    public DbSet<WorkingCalendarDay> WorkingCalendarDays => Set<WorkingCalendarDay>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<JobFault> JobFaults => Set<JobFault>();

    public DbSet<ServerNode> ServerNodes => Set<ServerNode>();

    public DbSet<CaseArchive> CaseArchives => Set<CaseArchive>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<JobSchedule> JobSchedules => Set<JobSchedule>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<ContentKey> ContentKeys => Set<ContentKey>();

    public DbSet<Leadership> Leaderships => Set<Leadership>();

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ApprovalsDbContext).Assembly);
        Conventions.Apply(builder, Database.ProviderName);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Enumeration);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<LocalText>().HaveConversion<LocalTextJson>().HaveMaxLength(Lengths.LocalText);
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version++;
            }
        }
    }
}
