using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class IndexesOfWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaskItems_OwnerUserId_State_DueAt_Id",
                table: "TaskItems");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OrganisationId_Id",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_OwnerUserId_State_DueAt_Id",
                table: "TaskItems",
                columns: new[] { "OwnerUserId", "State", "DueAt", "Id" },
                filter: "[OwnerUserId] IS NOT NULL AND [ClosedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ApplicantUserId_Id",
                table: "Cases",
                columns: new[] { "ApplicantUserId", "Id" },
                filter: "[ApplicantUserId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OrganisationId_Id",
                table: "Cases",
                columns: new[] { "OrganisationId", "Id" },
                filter: "[OrganisationId] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaskItems_OwnerUserId_State_DueAt_Id",
                table: "TaskItems");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ApplicantUserId_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OrganisationId_Id",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_TaskItems_OwnerUserId_State_DueAt_Id",
                table: "TaskItems",
                columns: new[] { "OwnerUserId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OrganisationId_Id",
                table: "Cases",
                columns: new[] { "OrganisationId", "Id" });
        }
    }
}
