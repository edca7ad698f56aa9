using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RenewalDecidedOn",
                table: "Entitlements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RenewalFiledOn",
                table: "Entitlements",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EntitlementMilestones",
                columns: table => new
                {
                    EntitlementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Milestone = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
