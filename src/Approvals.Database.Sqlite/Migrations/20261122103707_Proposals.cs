using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ServiceVersions",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ProposedFrom",
                table: "ServiceVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ReplayedCases",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NotedAt",
                table: "ReplayedCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NotedByUserId",
                table: "ReplayedCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "ReplayRuns",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

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
