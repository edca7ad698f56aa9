using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OrderCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_RegionPath_Id",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_RegionPath_Id_ServiceCode_State_FinishedAt_Number",
                table: "Cases",
                columns: new[] { "RegionPath", "Id", "ServiceCode", "State", "FinishedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_Id",
                table: "Cases",
                columns: new[] { "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_RegionPath_Id_ServiceCode_State_FinishedAt_Number",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_State_Id",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_RegionPath_Id",
                table: "Cases",
                columns: new[] { "RegionPath", "Id" });
        }
    }
}
