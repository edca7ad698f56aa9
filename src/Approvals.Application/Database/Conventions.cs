using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Approvals.Application.Database;

/// <summary>What holds for every table on every database.</summary>
internal static partial class Conventions
{
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    /// <summary>Sets concurrency tokens, ids made by the application, ordinal text and deletes that never cascade.</summary>
    public static void Apply(ModelBuilder builder, string? provider)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetProperties().Where(p => p.ClrType == typeof(Guid) && p.IsPrimaryKey()))
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }

            foreach (var reference in entity.GetForeignKeys())
            {
                reference.DeleteBehavior = DeleteBehavior.Restrict;
            }

            SetOrdinal(entity, OrdinalCollation(provider));
            QuoteFilters(entity, provider);
        }
    }

    /// <summary>Codes, keys and paths compare by code point, or ranges over a path would depend on the server's language.</summary>
    private static void SetOrdinal(IMutableEntityType entity, string? collation)
    {
        if (collation is null)
        {
            return;
        }

        foreach (var text in entity.GetProperties().Where(p => p.GetMaxLength() is not null && p.StoredType() == typeof(string)))
        {
            text.SetCollation(collation);
        }
    }

    /// <summary>Filters of indexes are written as the standard quotes names, which one server reads as text.</summary>
    private static void QuoteFilters(IMutableEntityType entity, string? provider)
    {
        if (provider != SqlServer)
        {
            return;
        }

        foreach (var index in entity.GetIndexes().Where(i => i.GetFilter() is not null))
        {
            index.SetFilter(QuotedName().Replace(index.GetFilter()!, "[$1]"));
        }
    }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex QuotedName();

    private static Type StoredType(this IReadOnlyProperty property) =>
        property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType;

    private static string? OrdinalCollation(string? provider) => provider switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
        SqlServer => "Latin1_General_100_BIN2",
        _ => null,
    };
}
