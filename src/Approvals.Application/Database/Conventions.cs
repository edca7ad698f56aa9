using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Approvals.Application.Database;

/// <summary>What holds for every table on every database.</summary>
internal static class Conventions
{
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

    private static Type StoredType(this IReadOnlyProperty property) =>
        property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType;

    private static string? OrdinalCollation(string? provider) => provider switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
        "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
        _ => null,
    };
}
