using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
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
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FamilyRelations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RelativePersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
