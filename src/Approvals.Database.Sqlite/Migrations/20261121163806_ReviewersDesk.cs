using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewersDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DayFigures",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ServiceCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegionPath = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Submitted = table.Column<int>(type: "INTEGER", nullable: false),
                    Finished = table.Column<int>(type: "INTEGER", nullable: false),
                    Granted = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Late = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayFigures", x => new { x.Day, x.RegionCode, x.ServiceCode });
                });

            migrationBuilder.CreateTable(
                name: "DocumentTicks",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsOk = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTicks", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_DocumentTicks_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FiguredDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiguredDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => new { x.UserId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "StepFigures",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ServiceCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegionPath = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Late = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepFigures", x => new { x.Day, x.RegionCode, x.ServiceCode, x.ActivityId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_ClosedAt_Id",
                table: "TaskItems",
                columns: new[] { "ClosedAt", "Id" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_ServiceCode_ActivityId_DueAt_RegionPath",
                table: "TaskItems",
                columns: new[] { "ServiceCode", "ActivityId", "DueAt", "RegionPath" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DueAt_RegionPath_ServiceCode_Id",
                table: "Cases",
                columns: new[] { "DueAt", "RegionPath", "ServiceCode", "Id" },
                filter: "\"FinishedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_FinishedAt_Id",
                table: "Cases",
                columns: new[] { "FinishedAt", "Id" },
                filter: "\"FinishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ServiceCode_Id",
                table: "Cases",
                columns: new[] { "ServiceCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SubmittedAt_Id",
                table: "Cases",
                columns: new[] { "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTicks_CaseId",
                table: "DocumentTicks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Id",
                table: "SavedViews",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayFigures");

            migrationBuilder.DropTable(
                name: "DocumentTicks");

            migrationBuilder.DropTable(
                name: "FiguredDays");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "StepFigures");

            migrationBuilder.DropIndex(
                name: "IX_TaskItems_ClosedAt_Id",
                table: "TaskItems");

            migrationBuilder.DropIndex(
                name: "IX_TaskItems_ServiceCode_ActivityId_DueAt_RegionPath",
                table: "TaskItems");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DueAt_RegionPath_ServiceCode_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_FinishedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ServiceCode_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_SubmittedAt_Id",
                table: "Cases");
        }
    }
}
