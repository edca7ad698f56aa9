using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpinionsAndFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FieldNotes",
                table: "Opinions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FamilyRelations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RelativePersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyRelations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FamilyRelations_PersonId_RelativePersonId",
                table: "FamilyRelations",
                columns: new[] { "PersonId", "RelativePersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyRelations_RelativePersonId",
                table: "FamilyRelations",
                column: "RelativePersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FamilyRelations");

            migrationBuilder.DropColumn(
                name: "FieldNotes",
                table: "Opinions");
        }
    }
}
