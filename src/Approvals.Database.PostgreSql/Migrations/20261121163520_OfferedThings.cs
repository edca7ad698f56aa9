using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OfferedThings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ResourceId",
                table: "WaitingOffers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Resources",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "HeldByOfferId",
                table: "Resources",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ListId",
                table: "Resources",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WaitingOffers_ResourceId",
                table: "WaitingOffers",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_ListId",
                table: "Resources",
                column: "ListId");

            migrationBuilder.AddForeignKey(
                name: "FK_Resources_WaitingLists_ListId",
                table: "Resources",
                column: "ListId",
                principalTable: "WaitingLists",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WaitingOffers_Resources_ResourceId",
                table: "WaitingOffers",
                column: "ResourceId",
                principalTable: "Resources",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Resources_WaitingLists_ListId",
                table: "Resources");

            migrationBuilder.DropForeignKey(
                name: "FK_WaitingOffers_Resources_ResourceId",
                table: "WaitingOffers");

            migrationBuilder.DropIndex(
                name: "IX_WaitingOffers_ResourceId",
                table: "WaitingOffers");

            migrationBuilder.DropIndex(
                name: "IX_Resources_ListId",
                table: "Resources");

            migrationBuilder.DropColumn(
                name: "ResourceId",
                table: "WaitingOffers");

            migrationBuilder.DropColumn(
                name: "About",
                table: "Resources");

            migrationBuilder.DropColumn(
                name: "HeldByOfferId",
                table: "Resources");

            migrationBuilder.DropColumn(
                name: "ListId",
                table: "Resources");
        }
    }
}
