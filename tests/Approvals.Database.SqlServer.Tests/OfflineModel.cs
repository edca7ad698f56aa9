using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Approvals.Database.SqlServer.Tests;

/// <summary>The model and the migrations as SQL Server's provider sees them, without a server.</summary>
internal sealed class OfflineModel : IDisposable
{
    private readonly ApprovalsDbContext _context;

    public OfflineModel()
    {
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UseSqlServerDatabase(new SqlServerDatabase("Server=localhost;Database=approvals"));
        _context = new ApprovalsDbContext(options.Options);
    }

    public IReadOnlyList<ITable> Tables =>
        [.. _context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(t => !t.IsExcludedFromMigrations)];

    public IReadOnlyCollection<string> Migrations => [.. _context.GetService<IMigrationsAssembly>().Migrations.Keys];

    /// <summary>What an administrator runs on a database of any earlier version.</summary>
    public string IdempotentScript() => _context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    public void Dispose() => _context.Dispose();
}
