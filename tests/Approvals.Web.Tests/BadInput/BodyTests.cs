using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Bodies that are not as the document says: what the page would never send, every other program may.</summary>
[Collection(SharedCare.Name)]
public sealed class BodyTests(CarefulProduct server)
{
    private static readonly string[] FreeAnswers = ["values", "answers", "form", "sheet"];

    public static TheoryData<string> WithBody => Matrix.Where((_, operation) => operation.Body is not null);

    /// <summary>Every member of every body.</summary>
    public static TheoryData<string, string> Members { get; } = Matrix.Pairs(
        from operation in Contract.Operations
        where operation.Body is not null
        from member in operation.Body!.Value.GetProperty("properties").EnumerateObject()
        select (operation.Name, member.Name));

    [Theory, MemberData(nameof(WithBody))]
    public async Task Body_ThatIsNoneAtAll_IsRefused(string operation)
    {
        foreach (var body in new[] { "", "not json", "[]", "7", "null", "{\"a\":", $"{new string('[', 200)}{new string(']', 200)}" })
        {
            var answer = await RefusedAsync(operation, body, 400);
            Assert.Equal("request.malformed", answer.Code);
        }
    }

    [Theory, MemberData(nameof(WithBody))]
    public async Task Body_OfAnotherMediaType_IsRefused(string operation) =>
        await server.RefusedAsync(
            Matrix.Find(operation).By,
            visitor => visitor.SendTextAsync(new HttpMethod(Contract.Find(operation).Method), Address(operation), "etag=1"),
            400);

    [Theory, MemberData(nameof(Members))]
    public async Task Member_ThatIsMissingOrNull_IsRefusedWhereItIsNeeded(string operation, string member)
    {
        var (described, schema) = (Contract.Find(operation), SchemaOf(operation, member));
        var needed = described.Body!.Value.TryGetProperty("required", out var required) && required.EnumerateArray().Any(r => r.ValueEquals(member));
        if (needed)
        {
            var without = Requests.Body(described);
            without.Remove(member);
            await RefusedAsync(operation, without.ToJsonString(), 400);
        }

        if (!Types(schema).Contains("null") && needed)
        {
            await RefusedAsync(operation, With(operation, member, null), 400);
        }
    }

    [Theory, MemberData(nameof(Members))]
    public async Task Member_OfAnotherType_IsRefused(string operation, string member)
    {
        var schema = SchemaOf(operation, member);
        IEnumerable<JsonNode> wrong = Types(schema).First(t => t != "null") switch
        {
            "string" when schema.TryGetProperty("enum", out _) => ["nothing", 1, true],
            "string" when schema.TryGetProperty("format", out var format) => format.ValueEquals("uuid") ? ["not-an-id", 7] : ["yesterday", 7],
            "string" => [7, true, new JsonArray("x"), new JsonObject()],
            "boolean" => ["true", 1],
            "array" => ["x", new JsonObject(), Types(Contract.Resolve(schema.GetProperty("items"))).Contains("integer") ? new JsonArray("x") : new JsonArray(7)],
            "integer" => ["x", true, 1.5],
            _ => ["x", 7, new JsonArray()],
        };
        foreach (var value in wrong)
        {
            await RefusedAsync(operation, With(operation, member, value), 400);
        }
    }

    [Theory, MemberData(nameof(Members))]
    public async Task Member_OutsideItsBounds_IsNamed(string operation, string member)
    {
        var schema = SchemaOf(operation, member);
        foreach (var value in OutOfBounds(schema, Requests.Body(Contract.Find(operation))[member] as JsonArray))
        {
            var answer = await RefusedAsync(operation, With(operation, member, value), 422);
            Assert.Contains(member, answer.Wrong);
        }
    }

    [Theory, MemberData(nameof(Members))]
    public async Task Member_WithCharactersThatNoTextHas_IsRefused(string operation, string member)
    {
        var schema = SchemaOf(operation, member);
        if (!Types(schema).Contains("string") || schema.TryGetProperty("format", out _) || schema.TryGetProperty("enum", out _))
        {
            return;
        }

        foreach (var hidden in new[] { "\\u0000", "\\ud800" })
        {
            var body = With(operation, member, "abcdefgh@i.k!").Replace("abcdefgh@i.k!", $"abcdefgh{hidden}@i.k", StringComparison.Ordinal);
            await RefusedAsync(operation, body, 400, 422);
        }
    }

    [Fact]
    public void Members_AllTexts_HaveABound() =>
        Assert.All(
            from row in Members
            let schema = SchemaOf((string)row[0], (string)row[1])
            where !FreeAnswers.Contains((string)row[1])
            select (Member: $"{row[0]}: {row[1]}", schema),
            x => Assert.True(IsBounded(x.schema), x.Member));

    private static bool IsBounded(JsonElement schema) => Types(schema).First(t => t != "null") switch
    {
        "string" => schema.TryGetProperty("maxLength", out _) || schema.TryGetProperty("format", out _) || schema.TryGetProperty("enum", out _),
        "array" => schema.TryGetProperty("maxItems", out _) && IsBounded(Contract.Resolve(schema.GetProperty("items"))),
        "object" when schema.TryGetProperty("additionalProperties", out var values) => IsBounded(Contract.Resolve(values)),
        _ => true,
    };

    private static IEnumerable<JsonNode> OutOfBounds(JsonElement schema, JsonArray? formed)
    {
        if (schema.TryGetProperty("maxLength", out var longest))
        {
            yield return new string('x', longest.GetInt32() + 1);
        }

        if (schema.TryGetProperty("minLength", out var shortest) && shortest.GetInt32() > 0)
        {
            yield return "";
            yield return "   ";
            if (shortest.GetInt32() > 1)
            {
                yield return new string('x', shortest.GetInt32() - 1);
            }
        }

        if (schema.TryGetProperty("pattern", out _))
        {
            yield return "盘古开天";
        }

        if (schema.TryGetProperty("maxItems", out var most))
        {
            var item = Contract.Resolve(schema.GetProperty("items"));
            yield return new JsonArray([.. Enumerable.Range(0, most.GetInt32() + 1).Select(_ => formed is [{ } one, ..] ? one.DeepClone() : item.TryGetProperty("format", out var _) ? Guid.NewGuid().ToString() : "x")]);
            if (item.TryGetProperty("maxLength", out var longestItem))
            {
                yield return new JsonArray(new string('x', longestItem.GetInt32() + 1));
            }
        }

        if (schema.TryGetProperty("additionalProperties", out var values) && values.TryGetProperty("maxLength", out var longestValue))
        {
            yield return new JsonObject { ["school"] = new string('x', longestValue.GetInt32() + 1) };
        }
    }

    private static JsonElement SchemaOf(string operation, string member) =>
        Contract.Resolve(Contract.Find(operation).Body!.Value.GetProperty("properties").GetProperty(member));

    private static IReadOnlyList<string> Types(JsonElement schema) =>
        schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!]
            : schema.TryGetProperty("enum", out _) ? ["string"] : ["object"];

    private static string With(string operation, string member, JsonNode? value)
    {
        var body = Requests.Body(Contract.Find(operation));
        body[member] = value?.DeepClone();
        return body.ToJsonString();
    }

    private static string Address(string operation) =>
        Contract.Find(operation).Template.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("{act}", "approve", StringComparison.Ordinal).Replace("{code}", "none", StringComparison.Ordinal);

    private Task<Answer> RefusedAsync(string operation, string body, params int[] statuses) =>
        server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation), body: body), statuses);
}
