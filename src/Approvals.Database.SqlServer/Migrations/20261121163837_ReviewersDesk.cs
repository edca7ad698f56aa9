using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
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
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RegionPath = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Submitted = table.Column<int>(type: "int", nullable: false),
                    Finished = table.Column<int>(type: "int", nullable: false),
                    Granted = table.Column<int>(type: "int", nullable: false),
                    Refused = table.Column<int>(type: "int", nullable: false),
                    Late = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayFigures", x => new { x.Day, x.RegionCode, x.ServiceCode });
                });

            migrationBuilder.CreateTable(
                name: "DocumentTicks",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsOk = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ByUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiguredDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Query = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Columns = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => new { x.UserId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "StepFigures",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ServiceCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActivityId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RegionPath = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Done = table.Column<int>(type: "int", nullable: false),
                    WorkingDays = table.Column<int>(type: "int", nullable: false),
                    Late = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepFigures", x => new { x.Day, x.RegionCode, x.ServiceCode, x.ActivityId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_ClosedAt_Id",
                table: "TaskItems",
                columns: new[] { "ClosedAt", "Id" },
                filter: "[ClosedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_ServiceCode_ActivityId_DueAt_RegionPath",
                table: "TaskItems",
                columns: new[] { "ServiceCode", "ActivityId", "DueAt", "RegionPath" },
                filter: "[ClosedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DueAt_RegionPath_ServiceCode_Id",
                table: "Cases",
                columns: new[] { "DueAt", "RegionPath", "ServiceCode", "Id" },
                filter: "[FinishedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_FinishedAt_Id",
                table: "Cases",
                columns: new[] { "FinishedAt", "Id" },
                filter: "[FinishedAt] IS NOT NULL");

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
