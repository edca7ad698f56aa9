using System.Text;
using System.Text.Json;

namespace Approvals.Cli;

/// <summary>Answers requests to evaluate DMN models, one a line, whatever the lines hold, until they end.</summary>
internal sealed class DmnServer(string language, TimeProvider clock)
{
    /// <summary>A longer line is answered with an error, and not kept.</summary>
    private const int MostCharacters = 32 * 1024 * 1024;

    private readonly DmnFolder _folder = new();

    internal void Run(Stream requests, Stream answers)
    {
        using var reader = new StreamReader(requests, new UTF8Encoding(false));
        var buffer = new char[16 * 1024];
        var line = new StringBuilder();
        var tooLong = false;
        for (int count; (count = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var rest = buffer.AsSpan(0, count);
            for (int end; (end = rest.IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
            {
                tooLong = !Keep(line, rest[..end], tooLong);
                Send(answers, tooLong ? TooLong() : Answer(line.ToString()));
                (line, tooLong) = (new StringBuilder(), false);
            }

            tooLong = !Keep(line, rest, tooLong);
        }

        if (line.Length > 0 || tooLong)
        {
            Send(answers, tooLong ? TooLong() : Answer(line.ToString()));
        }
    }

    private static bool Keep(StringBuilder line, ReadOnlySpan<char> part, bool tooLong)
    {
        if (tooLong || line.Length + part.Length > MostCharacters)
        {
            line.Clear();
            return false;
        }

        line.Append(part);
        return true;
    }

    private static void Send(Stream answers, byte[] answer)
    {
        answers.Write(answer);
        answers.Flush();
    }

    private byte[] TooLong() => DmnAnswer.Of(new Error("cli.dmn.lineTooLong", ErrorKind.TooLarge), language);

    /// <summary>A request's failure, even one that nobody foresaw, must not take the other requests with it.</summary>
    private byte[] Answer(string line)
    {
        try
        {
            var answer = DmnRequest.Read(line).Bind(request => _folder.Model(request.Model).Map(model => model.Ask(request.Query with { Now = clock.GetLocalNow() })));
            return answer.IsSuccess ? DmnAnswer.Of(answer.Value, language) : DmnAnswer.Of(answer.Error, language);
        }
        catch (JsonException)
        {
            return DmnAnswer.Of(new Error("cli.dmn.requestNotJson"), language);
        }
        catch (Exception exception)
        {
            return DmnAnswer.Of(new Error("cli.dmn.failed").With("reason", $"{exception.GetType().Name}: {exception.Message}"), language);
        }
    }
}
