using Approvals.Application.Studio.Conditions;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Studio.Tables;

/// <summary>Registers what reads and tries the tables and expressions of drafts.</summary>
internal static class TableRegistration
{
    internal static IServiceCollection AddStudioTables(this IServiceCollection services) => services
        .AddSingleton<TableAnalyses>().AddScoped<DraftTables>().AddScoped<DecisionList>().AddScoped<TableView>().AddScoped<AnalyseTable>().AddScoped<TryTable>()
        .AddScoped<TableSheets>().AddScoped<TableDifference>().AddScoped<CaseExpressions>().AddScoped<ExpressionDesk>();
}
