using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Approvals.Database.Sqlite;

/// <summary>Lets <c>dotnet ef</c> see the model without a host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ApprovalsDbContext>
{
    public ApprovalsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UseSqliteDatabase(new SqliteDatabase("Data Source=design.db"));
        return new ApprovalsDbContext(options.Options);
    }
}
