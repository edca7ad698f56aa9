using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Requests made from the document.</summary>
internal static class Requests
{
    /// <summary>Sends an operation.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="operation">What.</param>
    /// <param name="id">What stands for every id in the address.</param>
    /// <param name="query">The query, with its question mark.</param>
    /// <param name="body">The body as JSON text; absent: the matrix's.</param>
    public static Task<Answer> SendAsync(this Visitor visitor, Operation operation, string? id = null, string query = "", string? body = null)
    {
        var address = Address(operation, id ?? Guid.NewGuid().ToString()) + query;
        var text = body ?? (Matrix.Find(operation.Name).Body is { } formed ? JsonSerializer.Serialize(formed) : null);
        return visitor.SendRawAsync(new HttpMethod(operation.Method), address, text);
    }

    /// <summary>The matrix's body, to be changed.</summary>
    public static JsonObject Body(Operation operation) => JsonSerializer.SerializeToNode(Matrix.Find(operation.Name).Body)!.AsObject();

    private static string Address(Operation operation, string id) => operation.Parameters.Where(p => p.InPath).Aggregate(
        operation.Template,
        (address, p) => address.Replace($"{{{p.Name}}}", p.IsId ? id : p.IsNumber ? "987654" : p.Name == "act" ? "approve" : "nothing-known", StringComparison.Ordinal));
}
