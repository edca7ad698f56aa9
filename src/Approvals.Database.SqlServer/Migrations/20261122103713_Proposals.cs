using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ServiceVersions",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ProposedFrom",
                table: "ServiceVersions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ReplayedCases",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "NotedAt",
                table: "ReplayedCases",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NotedByUserId",
                table: "ReplayedCases",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "ReplayRuns",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

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
