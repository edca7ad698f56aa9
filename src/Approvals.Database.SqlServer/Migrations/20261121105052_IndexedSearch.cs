using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class IndexedSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaskCandidates_Key_IsOpen_DueAt_TaskId",
                table: "TaskCandidates");

            migrationBuilder.AddColumn<DateTime>(
                name: "YellowAt",
                table: "TaskCandidates",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // The index repeats what lists sort and filter by, of the tasks that are there already too. In EXEC, because a script compiles
            // this together with the statement that adds the column.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE [TaskCandidates] SET
                    [YellowAt] = COALESCE((SELECT t.[YellowAt] FROM [TaskItems] t WHERE t.[Id] = [TaskCandidates].[TaskId]), ''9999-12-31T00:00:00''),
                    [DueAt] = (SELECT COALESCE(t.[DueAt], CASE WHEN t.[Limit] IS NULL THEN ''9999-12-31T00:00:00'' ELSE ''9999-12-30T00:00:00'' END)
                        FROM [TaskItems] t WHERE t.[Id] = [TaskCandidates].[TaskId])');
                """);

            migrationBuilder.CreateIndex(
                name: "IX_TaskCandidates_Key_IsOpen_DueAt_TaskId_YellowAt",
                table: "TaskCandidates",
                columns: new[] { "Key", "IsOpen", "DueAt", "TaskId", "YellowAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchValues_Value_CaseId",
                table: "SearchValues",
                columns: new[] { "Value", "CaseId" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Name",
                table: "Organisations",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaskCandidates_Key_IsOpen_DueAt_TaskId_YellowAt",
                table: "TaskCandidates");

            migrationBuilder.DropIndex(
                name: "IX_SearchValues_Value_CaseId",
                table: "SearchValues");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_Name",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "YellowAt",
                table: "TaskCandidates");

            migrationBuilder.CreateIndex(
                name: "IX_TaskCandidates_Key_IsOpen_DueAt_TaskId",
                table: "TaskCandidates",
                columns: new[] { "Key", "IsOpen", "DueAt", "TaskId" });
        }
    }
}
