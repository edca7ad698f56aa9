using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PresenceLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_Obligations_OpenedCaseId",
                table: "Obligations",
                column: "OpenedCaseId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PresenceEvidence");

            migrationBuilder.DropTable(
                name: "PresenceIntervals");

            migrationBuilder.DropIndex(
                name: "IX_Obligations_OpenedCaseId",
                table: "Obligations");

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
        }
    }
}
