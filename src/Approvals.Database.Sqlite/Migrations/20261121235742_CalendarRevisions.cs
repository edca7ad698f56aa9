using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CalendarRevisions : Migration
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

            migrationBuilder.CreateIndex(
                name: "IX_WaitingOffers_TaskId",
                table: "WaitingOffers",
                column: "TaskId",
                filter: "\"TaskId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DueDateMoves_CaseId",
                table: "DueDateMoves",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarRevisions");

            migrationBuilder.DropTable(
                name: "DueDateMoves");

            migrationBuilder.DropIndex(
                name: "IX_WaitingOffers_TaskId",
                table: "WaitingOffers");

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
