using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Proposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MovingPlan",
                table: "ServiceVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ServiceVersions",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ProposedFrom",
                table: "ServiceVersions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ReplayedCases",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "NotedAt",
                table: "ReplayedCases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NotedByUserId",
                table: "ReplayedCases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "ReplayRuns",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_ReplayRuns_VersionId_CreatedAt",
                table: "ReplayRuns",
                columns: new[] { "VersionId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReplayRuns_VersionId_CreatedAt",
                table: "ReplayRuns");

            migrationBuilder.DropColumn(
                name: "MovingPlan",
                table: "ServiceVersions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ServiceVersions");

            migrationBuilder.DropColumn(
                name: "ProposedFrom",
                table: "ServiceVersions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ReplayedCases");

            migrationBuilder.DropColumn(
                name: "NotedAt",
                table: "ReplayedCases");

            migrationBuilder.DropColumn(
                name: "NotedByUserId",
                table: "ReplayedCases");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "ReplayRuns");
        }
    }
}
