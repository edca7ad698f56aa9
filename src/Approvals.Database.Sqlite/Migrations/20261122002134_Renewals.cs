using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Renewals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RenewalCaseId",
                table: "Entitlements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RenewalDecidedOn",
                table: "Entitlements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RenewalFiledOn",
                table: "Entitlements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EntitlementMilestones",
                columns: table => new
                {
                    EntitlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Milestone = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntitlementMilestones", x => new { x.EntitlementId, x.Milestone, x.LastDay });
                    table.ForeignKey(
                        name: "FK_EntitlementMilestones_Entitlements_EntitlementId",
                        column: x => x.EntitlementId,
                        principalTable: "Entitlements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entitlements_RenewalCaseId",
                table: "Entitlements",
                column: "RenewalCaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EntitlementMilestones");

            migrationBuilder.DropIndex(
                name: "IX_Entitlements_RenewalCaseId",
                table: "Entitlements");

            migrationBuilder.DropColumn(
                name: "RenewalCaseId",
                table: "Entitlements");

            migrationBuilder.DropColumn(
                name: "RenewalDecidedOn",
                table: "Entitlements");

            migrationBuilder.DropColumn(
                name: "RenewalFiledOn",
                table: "Entitlements");
        }
    }
}
