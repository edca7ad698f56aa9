using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
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
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "StepFigures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "StepFigures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "PublicNotices",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "PublicNotices",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerLimit",
                table: "Feedback",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactLimit",
                table: "Feedback",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "DayFigures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Limited",
                table: "DayFigures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UsedDays",
                table: "DayFigures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "DataRequests",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "Cases",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Limit",
                table: "Cases",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StatutoryDueAt",
                table: "Cases",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatutoryLimit",
                table: "Cases",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarRevisions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Notice = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LoadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LoadedByUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LoadedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DaysOff = table.Column<int>(type: "int", nullable: false),
                    WorkDays = table.Column<int>(type: "int", nullable: false),
                    ChangedDays = table.Column<int>(type: "int", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cursor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Moved = table.Column<long>(type: "bigint", nullable: false),
                    Confirmed = table.Column<long>(type: "bigint", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarRevisions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DueDateMoves",
                columns: table => new
                {
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RowId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueDateMoves", x => new { x.Revision, x.Kind, x.RowId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_WaitingOffers_TaskId",
                table: "WaitingOffers",
                column: "TaskId",
                filter: "[TaskId] IS NOT NULL");

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
