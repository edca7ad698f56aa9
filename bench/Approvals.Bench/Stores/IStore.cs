using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Stores;

/// <summary>A database to measure on, made for the run and gone after it.</summary>
internal interface IStore : IAsyncDisposable
{
    public string Name { get; }

    /// <summary>Where another process finds it, see <see cref="Databases.At"/>.</summary>
    public string Address { get; }

    /// <summary>Registers the product's own context on it.</summary>
    public void AddTo(IServiceCollection services);

    /// <summary>A second database with the same tables, indexes and rows.</summary>
    public Task<IStore> CopyAsync();

    /// <summary>The context's options without the product's gate, with the same durability.</summary>
    public DbContextOptions<ApprovalsDbContext> Bare();

    /// <summary>Brings the planner's statistics to what they would be in use, after rows were made in bulk.</summary>
    public Task AnalyseAsync();
}
