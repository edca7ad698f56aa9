using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Privacy;

/// <summary>What somebody read at an address.</summary>
/// <param name="Who">The reader.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="Address">Where.</param>
/// <param name="Content">What came; null where it was refused.</param>
internal sealed record Reading(string Who, string Operation, string Address, byte[]? Content)
{
    /// <summary>Whether what came names something, in whatever file it stands.</summary>
    public bool Names(string text) => Content is not null && Traces.Hold(Content, text);

    public override string ToString() => $"{Who}: {Address}";
}

/// <summary>Every address that can be read, with each id that hangs on a case and with everything that it can be narrowed by.</summary>
internal sealed class Readings(KeptCase kept)
{
    /// <summary>An answer of lasting events, which does not end.</summary>
    private const string Endless = "text/event-stream";

    private const int Few = 3;

    /// <summary>Reads all of it.</summary>
    public async Task<IReadOnlyList<Reading>> OfAsync(Visitor visitor, string who)
    {
        List<Reading> read = [];
        foreach (var operation in Contract.Operations.Where(o => !o.IsChange))
        {
            foreach (var address in Addresses(operation))
            {
                using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                Assert.True((int)answer.StatusCode < 500, $"{who}: {address}");
                var isRead = answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != Endless;
                read.Add(new Reading(who, operation.Name, address, isRead ? await answer.Content.ReadAsByteArrayAsync() : null));
            }
        }

        return read;
    }

    /// <summary>Every path; with every query, too, or where these are many the first path alone.</summary>
    private IEnumerable<string> Addresses(Operation operation)
    {
        var (paths, queries) = (Paths(operation).ToList(), Queries([.. operation.Parameters.Where(p => !p.InPath)]).Where(q => q.Length > 0).ToList());
        return paths.Concat(from path in queries.Count <= Few ? paths : paths[..1] from query in queries select $"{path}?{query}");
    }

    private IEnumerable<string> Paths(Operation operation) => (operation.Parameters.Any(p => p.InPath && p.IsId) ? kept.Ids : [""]).Select(id =>
        operation.Parameters.Where(p => p.InPath).Aggregate(operation.Template, (path, p) => path.Replace($"{{{p.Name}}}", p.IsId ? id : Named(p.Name, operation.Template), StringComparison.Ordinal)));

    /// <summary>Each choice of the first list of choices, alone and with each way of narrowing further.</summary>
    private IEnumerable<string> Queries(IReadOnlyList<Parameter> parameters)
    {
        var first = parameters.FirstOrDefault(p => Choices(p).Any());
        IEnumerable<string> choices = first is null ? [""] : [.. Choices(first).Select(c => $"{first.Name}={c}").Prepend("")];
        IEnumerable<string> further = [.. parameters.Where(p => p != first).SelectMany(Narrowed).Distinct().Prepend("")];
        return from choice in choices
               from more in further
               select string.Join('&', new[] { choice, more }.Where(part => part.Length > 0));
    }

    private static IEnumerable<string> Choices(Parameter parameter) =>
        parameter.IsChoice ? parameter.Schema.GetProperty("enum").EnumerateArray().Select(c => c.GetString()).OfType<string>()
        : parameter.Schema.TryGetProperty("type", out var type) && type.ToString().Contains("boolean", StringComparison.Ordinal) ? ["true", "false"]
        : [];

    /// <summary>What a list is narrowed to: the case's service and days, what finds it, and what must not find it.</summary>
    private IEnumerable<string> Narrowed(Parameter parameter) => parameter.Name switch
    {
        "cursor" => [],
        "from" or "to" when parameter.IsDay => [$"from={kept.Day.AddDays(-7):yyyy-MM-dd}&to={kept.Day:yyyy-MM-dd}"],
        "q" => [$"q={kept.Number}", .. KeptCase.Secrets.Select(s => $"q={Uri.EscapeDataString(s)}")],
        "where" => KeptCase.SecretFields.Select(f => $"service={KeptCase.Service}&where={Uri.EscapeDataString($"visit.{f}:starts:{KeptCase.Secrets[0]}")}"),
        "case" => [$"case={(parameter.IsId ? kept.Ids[0] : kept.Number)}"],
        "subject" => [$"subject={kept.Ids[0]}"],
        _ when Choices(parameter).Any() => Choices(parameter).Select(c => $"{parameter.Name}={c}"),
        _ when parameter.IsId => kept.Ids.Select(id => $"{parameter.Name}={id}"),
        _ => [$"{parameter.Name}={Named(parameter.Name, "")}"],
    };

    private string Named(string name, string template) => name switch
    {
        "year" => $"{kept.Day.Year}",
        "revision" => "1",
        "name" when template.Contains("/jobs/", StringComparison.Ordinal) => "figures.keep",
        "name" => "departments",
        "token" => kept.Token,
        "region" or "parent" => "220000",
        "kind" => "hospital",
        "action" => "cases",
        _ => KeptCase.Service,
    };
}
