using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Approvals.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ShorterSignInKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
