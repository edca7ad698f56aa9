using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TimeKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameEn",
                table: "WorkingCalendarDays",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "StepFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "StepFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "PublicNotices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "PublicNotices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CountsPresence",
                table: "Obligations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsOnce",
                table: "Obligations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermFrom",
                table: "Obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermTo",
                table: "Obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OnWorkingDays",
                table: "JobSchedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "JobRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ByUserId",
                table: "JobRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelAskedAt",
                table: "JobRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "JobRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "HeardAt",
                table: "JobRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Node",
                table: "JobRuns",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpenKey",
                table: "JobRuns",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetryAt",
                table: "JobRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StartedWith",
                table: "JobRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Total",
                table: "JobRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "JobRuns",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerLimit",
                table: "Feedback",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactLimit",
                table: "Feedback",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "DayFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "DayFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UsedDays",
                table: "DayFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "DataRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StatutoryDueAt",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatutoryLimit",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarRevisions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LoadedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LoadedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DaysOff = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Moved = table.Column<long>(type: "INTEGER", nullable: false),
                    Confirmed = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarRevisions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "CaseArchives",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetentionClass = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Events = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseArchives", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseArchives_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DueDateMoves",
                columns: table => new
                {
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueDateMoves", x => new { x.Revision, x.Kind, x.RowId });
                });

            migrationBuilder.CreateTable(
                name: "JobFaults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Job = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Data = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Chunk = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BrokeRun = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobFaults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobFaults_JobRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "JobRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlacedByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalHolds_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MessageTemplates",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectZh = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SubjectEn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    BodyZh = table.Column<string>(type: "TEXT", nullable: false),
                    BodyEn = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageTemplates", x => new { x.Name, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "NewsSignals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsSignals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformReminders",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformReminders", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "PresenceIntervals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EnteredByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LiveKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PresenceIntervals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PresenceIntervals_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PresenceIntervals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderOptOuts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderOptOuts", x => new { x.UserId, x.Rule });
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Template = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DigestDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SendAllowances",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Minute = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendAllowances", x => x.Channel);
                });

            migrationBuilder.CreateTable(
                name: "ServerNodes",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Release = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Works = table.Column<bool>(type: "INTEGER", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    StepMilliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerNodes", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "PresenceEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IntervalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PresenceEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PresenceEvidence_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PresenceEvidence_PresenceIntervals_IntervalId",
                        column: x => x.IntervalId,
                        principalTable: "PresenceIntervals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WaitingOffers_TaskId",
                table: "WaitingOffers",
                column: "TaskId",
                filter: "\"TaskId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_Id_DueAt_YellowAt",
                table: "TaskItems",
                columns: new[] { "Id", "DueAt", "YellowAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_OrderId_State_ReadyAt_Id",
                table: "OutboxMessages",
                columns: new[] { "OrderId", "State", "ReadyAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_OpenedCaseId",
                table: "Obligations",
                column: "OpenedCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_FinishedAt",
                table: "JobRuns",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_OpenKey",
                table: "JobRuns",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseArchives_Address",
                table: "CaseArchives",
                column: "Address");

            migrationBuilder.CreateIndex(
                name: "IX_DueDateMoves_CaseId",
                table: "DueDateMoves",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_JobFaults_At",
                table: "JobFaults",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_JobFaults_RunId_At",
                table: "JobFaults",
                columns: new[] { "RunId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_CaseId",
                table: "LegalHolds",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_OpenKey",
                table: "LegalHolds",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsSignals_At_Id",
                table: "NewsSignals",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PresenceEvidence_DocumentId",
                table: "PresenceEvidence",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_PresenceEvidence_IntervalId",
                table: "PresenceEvidence",
                column: "IntervalId");

            migrationBuilder.CreateIndex(
                name: "IX_PresenceIntervals_LiveKey",
                table: "PresenceIntervals",
                column: "LiveKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PresenceIntervals_OrganisationId",
                table: "PresenceIntervals",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_PresenceIntervals_PersonId_From",
                table: "PresenceIntervals",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderOptOuts_Rule",
                table: "ReminderOptOuts",
                column: "Rule");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_State_UserId_NotBefore",
                table: "Reminders",
                columns: new[] { "State", "UserId", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_SubjectId_Rule_Occurrence",
                table: "Reminders",
                columns: new[] { "SubjectId", "Rule", "Occurrence" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_UserId_DigestDay",
                table: "Reminders",
                columns: new[] { "UserId", "DigestDay" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarRevisions");

            migrationBuilder.DropTable(
                name: "CaseArchives");

            migrationBuilder.DropTable(
                name: "DueDateMoves");

            migrationBuilder.DropTable(
                name: "JobFaults");

            migrationBuilder.DropTable(
                name: "LegalHolds");

            migrationBuilder.DropTable(
                name: "MessageTemplates");

            migrationBuilder.DropTable(
                name: "NewsSignals");

            migrationBuilder.DropTable(
                name: "PlatformReminders");

            migrationBuilder.DropTable(
                name: "PresenceEvidence");

            migrationBuilder.DropTable(
                name: "ReminderOptOuts");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "SendAllowances");

            migrationBuilder.DropTable(
                name: "ServerNodes");

            migrationBuilder.DropTable(
                name: "PresenceIntervals");

            migrationBuilder.DropIndex(
                name: "IX_WaitingOffers_TaskId",
                table: "WaitingOffers");

            migrationBuilder.DropIndex(
                name: "IX_TaskItems_Id_DueAt_YellowAt",
                table: "TaskItems");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_OrderId_State_ReadyAt_Id",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_Obligations_OpenedCaseId",
                table: "Obligations");

            migrationBuilder.DropIndex(
                name: "IX_JobRuns_FinishedAt",
                table: "JobRuns");

            migrationBuilder.DropIndex(
                name: "IX_JobRuns_OpenKey",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "NameEn",
                table: "WorkingCalendarDays");

            migrationBuilder.DropColumn(
                name: "LateDays",
                table: "StepFigures");

            migrationBuilder.DropColumn(
                name: "Limited",
                table: "StepFigures");

            migrationBuilder.DropColumn(
                name: "IsProvisional",
                table: "PublicNotices");

            migrationBuilder.DropColumn(
                name: "Limit",
                table: "PublicNotices");

            migrationBuilder.DropColumn(
                name: "OrderId",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "CountsPresence",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "IsOnce",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "TermFrom",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "TermTo",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "OnWorkingDays",
                table: "JobSchedules");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "ByUserId",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "CancelAskedAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "HeardAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Node",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "OpenKey",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "RetryAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "StartedWith",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "AnswerLimit",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "ContactLimit",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "LateDays",
                table: "DayFigures");

            migrationBuilder.DropColumn(
                name: "Limited",
                table: "DayFigures");

            migrationBuilder.DropColumn(
                name: "UsedDays",
                table: "DayFigures");

            migrationBuilder.DropColumn(
                name: "Limit",
                table: "DataRequests");

            migrationBuilder.DropColumn(
                name: "IsProvisional",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Limit",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StatutoryDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StatutoryLimit",
                table: "Cases");
        }
    }
}
