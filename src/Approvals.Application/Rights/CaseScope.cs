using System.Linq.Expressions;
using System.Reflection;
using Approvals.Application.Cases;
using Approvals.Application.Regions;

namespace Approvals.Application.Rights;

/// <summary>
/// Parts of the region tree, each with the service it may be limited to, as a condition the database understands on any row that has a
/// path of regions and a service: one range for each part.
/// </summary>
internal static class CaseScope
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!;

    internal static Expression<Func<T, bool>> Within<T>(IEnumerable<(string RegionPath, string? Service)> parts)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var (path, code) = (Expression.Property(row, nameof(Case.RegionPath)), Expression.Property(row, nameof(Case.ServiceCode)));
        Expression? any = null;
        foreach (var (from, service) in parts)
        {
            Expression one = Expression.AndAlso(
                Expression.GreaterThanOrEqual(Against(path, from), Expression.Constant(0)), Expression.LessThan(Against(path, RegionPath.End(from)), Expression.Constant(0)));
            one = service is null ? one : Expression.AndAlso(one, Expression.Equal(code, Value(service)));
            any = any is null ? one : Expression.OrElse(any, one);
        }

        return Expression.Lambda<Func<T, bool>>(any ?? Expression.Constant(false), row);
    }

    /// <summary>The parts that lie in a region, and of a part around it that region alone; narrowed to a service where one is given.</summary>
    internal static IReadOnlyList<(string RegionPath, string? Service)> Narrowed(
        IEnumerable<(string RegionPath, string? Service)> parts, string? region, string? service) =>
    [
        .. (from part in parts
            where service is null || part.Service is null || part.Service == service
            let path = region is null || RegionPath.Covers(region, part.RegionPath) ? part.RegionPath : RegionPath.Covers(part.RegionPath, region) ? region : null
            where path is not null
            select (path, service ?? part.Service)).Distinct(),
    ];

    private static MethodCallExpression Against(Expression path, string value) => Expression.Call(path, Compare, Value(value));

    /// <summary>A parameter of the statement rather than a part of its text, so that every reader's is the same.</summary>
    private static MemberExpression Value(string value) => Expression.Property(Expression.Constant(new Held(value)), nameof(Held.Text));

    private sealed record Held(string Text);
}
