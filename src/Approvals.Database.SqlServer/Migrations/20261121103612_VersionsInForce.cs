using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class VersionsInForce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "ServiceVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "ServiceVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedByUserId",
                table: "ServiceVersions",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MigrationBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ServiceCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Activities = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CaseIds = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsRollback = table.Column<bool>(type: "bit", nullable: false),
                    OpenKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Cursor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedByUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RolledBackByUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MigrationBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MigrationBatches_ServiceVersions_FromVersionId",
                        column: x => x.FromVersionId,
                        principalTable: "ServiceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MigrationBatches_ServiceVersions_ToVersionId",
                        column: x => x.ToVersionId,
                        principalTable: "ServiceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplayRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ServiceCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseIds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Played = table.Column<int>(type: "int", nullable: false),
                    CreatedByUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReadyAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplayRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MigratedCases",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EventNumber = table.Column<int>(type: "int", nullable: true),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WhyData = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MigratedCases", x => new { x.BatchId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_MigratedCases_MigrationBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "MigrationBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplayedCases",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Verdict = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplayedCases", x => new { x.RunId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_ReplayedCases_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReplayedCases_ReplayRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReplayRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MigratedCases_CaseId_At",
                table: "MigratedCases",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MigrationBatches_FromVersionId",
                table: "MigrationBatches",
                column: "FromVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_MigrationBatches_OpenKey",
                table: "MigrationBatches",
                column: "OpenKey",
                unique: true,
                filter: "[OpenKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MigrationBatches_ServiceCode_CreatedAt",
                table: "MigrationBatches",
                columns: new[] { "ServiceCode", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MigrationBatches_State_ReadyAt_Id",
                table: "MigrationBatches",
                columns: new[] { "State", "ReadyAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MigrationBatches_ToVersionId",
                table: "MigrationBatches",
                column: "ToVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplayRuns_ServiceCode_CreatedAt",
                table: "ReplayRuns",
                columns: new[] { "ServiceCode", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplayRuns_State_ReadyAt_Id",
                table: "ReplayRuns",
                columns: new[] { "State", "ReadyAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplayedCases_CaseId",
                table: "ReplayedCases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplayedCases_RunId_Place",
                table: "ReplayedCases",
                columns: new[] { "RunId", "Place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MigratedCases");

            migrationBuilder.DropTable(
                name: "ReplayedCases");

            migrationBuilder.DropTable(
                name: "MigrationBatches");

            migrationBuilder.DropTable(
                name: "ReplayRuns");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "ServiceVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "ServiceVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedByUserId",
                table: "ServiceVersions");
        }
    }
}
