using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "ServiceVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedByUserId",
                table: "ServiceVersions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MigrationBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    FromVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Activities = table.Column<string>(type: "text", nullable: false),
                    CaseIds = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    IsRollback = table.Column<bool>(type: "boolean", nullable: false),
                    OpenKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Cursor = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedByUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RolledBackByUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadyAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseOwner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseIds = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Played = table.Column<int>(type: "integer", nullable: false),
                    CreatedByUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadyAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseOwner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplayRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MigratedCases",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    EventNumber = table.Column<int>(type: "integer", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: true),
                    Why = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    WhyData = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Report = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                unique: true);

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
