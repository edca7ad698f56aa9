using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class FewDraftsByCase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_SubmittedCaseId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_TaskId",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SubmittedCaseId",
                table: "Drafts",
                column: "SubmittedCaseId",
                unique: true,
                filter: "\"SubmittedCaseId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_TaskId",
                table: "Drafts",
                column: "TaskId",
                unique: true,
                filter: "\"TaskId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_SubmittedCaseId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_TaskId",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SubmittedCaseId",
                table: "Drafts",
                column: "SubmittedCaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_TaskId",
                table: "Drafts",
                column: "TaskId",
                unique: true);
        }
    }
}
