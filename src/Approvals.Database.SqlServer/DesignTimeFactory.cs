using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Approvals.Database.SqlServer;

/// <summary>Lets <c>dotnet ef</c> see the model without a host or a server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ApprovalsDbContext>
{
    public ApprovalsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UseSqlServerDatabase(new SqlServerDatabase("Server=localhost;Database=approvals"));
        return new ApprovalsDbContext(options.Options);
    }
}
