using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DraftContents",
                columns: table => new
                {
                    ServiceVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    ServiceVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    ServiceVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Commands = table.Column<string>(type: "text", nullable: false),
                    Targets = table.Column<string>(type: "text", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Of = table.Column<int>(type: "integer", nullable: true),
                    TakenBackBy = table.Column<int>(type: "integer", nullable: true)
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
                    ServiceVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    After = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
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
