using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RegisteredRelatives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CaseId",
                table: "FamilyRelations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "FamilyRelations",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "FamilyRelations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AheadDays",
                table: "Bookings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyRelations_CaseId",
                table: "FamilyRelations",
                column: "CaseId");

            migrationBuilder.AddForeignKey(
                name: "FK_FamilyRelations_Cases_CaseId",
                table: "FamilyRelations",
                column: "CaseId",
                principalTable: "Cases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FamilyRelations_Cases_CaseId",
                table: "FamilyRelations");

            migrationBuilder.DropIndex(
                name: "IX_FamilyRelations_CaseId",
                table: "FamilyRelations");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "FamilyRelations");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "FamilyRelations");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "FamilyRelations");

            migrationBuilder.DropColumn(
                name: "AheadDays",
                table: "Bookings");
        }
    }
}
