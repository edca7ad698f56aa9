using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
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
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "StepFigures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "StepFigures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "PublicNotices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "PublicNotices",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerLimit",
                table: "Feedback",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactLimit",
                table: "Feedback",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "DayFigures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "DayFigures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UsedDays",
                table: "DayFigures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "DataRequests",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "Cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StatutoryDueAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatutoryLimit",
                table: "Cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarRevisions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Notice = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    LoadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LoadedByUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    LoadedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    DaysOff = table.Column<int>(type: "integer", nullable: false),
                    WorkDays = table.Column<int>(type: "integer", nullable: false),
                    ChangedDays = table.Column<int>(type: "integer", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Cursor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Moved = table.Column<long>(type: "bigint", nullable: false),
                    Confirmed = table.Column<long>(type: "bigint", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarRevisions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DueDateMoves",
                columns: table => new
                {
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
