using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Studio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "ServiceVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DraftContents",
                columns: table => new
                {
                    ServiceVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftContents", x => new { x.ServiceVersionId, x.Hash });
                    table.ForeignKey(
                        name: "FK_DraftContents_ServiceVersions_ServiceVersionId",
                        column: x => x.ServiceVersionId,
                        principalTable: "ServiceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftEditors",
                columns: table => new
                {
                    ServiceVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftEditors", x => new { x.ServiceVersionId, x.UserId });
                    table.ForeignKey(
                        name: "FK_DraftEditors_ServiceVersions_ServiceVersionId",
                        column: x => x.ServiceVersionId,
                        principalTable: "ServiceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftEdits",
                columns: table => new
                {
                    ServiceVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Commands = table.Column<string>(type: "TEXT", nullable: false),
                    Targets = table.Column<string>(type: "TEXT", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenBackBy = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftEdits", x => new { x.ServiceVersionId, x.Revision });
                    table.ForeignKey(
                        name: "FK_DraftEdits_ServiceVersions_ServiceVersionId",
                        column: x => x.ServiceVersionId,
                        principalTable: "ServiceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftEditFiles",
                columns: table => new
                {
                    ServiceVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftEditFiles", x => new { x.ServiceVersionId, x.Revision, x.Path });
                    table.ForeignKey(
                        name: "FK_DraftEditFiles_DraftEdits_ServiceVersionId_Revision",
                        columns: x => new { x.ServiceVersionId, x.Revision },
                        principalTable: "DraftEdits",
                        principalColumns: new[] { "ServiceVersionId", "Revision" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DraftEdits_ServiceVersionId_IdempotencyKey",
                table: "DraftEdits",
                columns: new[] { "ServiceVersionId", "IdempotencyKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftContents");

            migrationBuilder.DropTable(
                name: "DraftEditFiles");

            migrationBuilder.DropTable(
                name: "DraftEditors");

            migrationBuilder.DropTable(
                name: "DraftEdits");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "ServiceVersions");
        }
    }
}
