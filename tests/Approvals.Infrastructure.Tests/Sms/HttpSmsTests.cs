using System.Text.Json;
using Approvals.Application.Sms;
using Approvals.Infrastructure.Sms;
using Approvals.TestKit.Network;

namespace Approvals.Infrastructure.Tests.Sms;

/// <summary>A gateway on this machine.</summary>
public sealed class HttpSmsTests
{
    private static readonly Application.Sms.Sms Message = new("+8613900000000", "您的办件有新的文书。");

    [Fact]
    public async Task Send_ThatIsTaken_SaysWhatToWhomWithTheSameIdEachTime()
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(202));
        using var gateway = Gateway(server.Origin);

        Assert.Equal(SmsOutcome.Accepted, await gateway.SendAsync(Message, "m1", CancellationToken.None));
        Assert.Equal(SmsOutcome.Accepted, await gateway.SendAsync(Message, "m1", CancellationToken.None));

        var body = JsonDocument.Parse(AnsweringServer.Body(server.Asked[0])).RootElement;
        Assert.Equal((Message.To, Message.Text, "吉林人才"), (body.GetProperty("to").GetString(), body.GetProperty("text").GetString(), body.GetProperty("signature").GetString()));
        Assert.All(server.Asked, a => Assert.Equal(("m1", "Bearer of-the-environment"), (AnsweringServer.Header(a, "Idempotency-Key"), AnsweringServer.Header(a, "Authorization"))));
    }

    [Theory]
    [InlineData(400, SmsOutcome.Refused)]
    [InlineData(422, SmsOutcome.Refused)]
    [InlineData(429, SmsOutcome.Unavailable)]
    [InlineData(500, SmsOutcome.Unavailable)]
    [InlineData(503, SmsOutcome.Unavailable)]
    public async Task Send_ThatIsNotTaken_ComesAgainOnlyWhereThatMayHelp(int status, SmsOutcome expected)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(status));
        using var gateway = Gateway(server.Origin);

        Assert.Equal(expected, await gateway.SendAsync(Message, "m1", CancellationToken.None));
    }

    [Fact]
    public async Task Send_ThatNobodyAnswers_ComesAgain()
    {
        await using var silent = new AnsweringServer(answers: [null]);
        using var slow = Gateway(silent.Origin, TimeSpan.FromMilliseconds(200));
        using var gone = Gateway("http://127.0.0.1:1");

        Assert.Equal(SmsOutcome.Unavailable, await slow.SendAsync(Message, "m1", CancellationToken.None));
        Assert.Equal(SmsOutcome.Unavailable, await gone.SendAsync(Message, "m1", CancellationToken.None));
    }

    private static HttpSms Gateway(string origin, TimeSpan? timeout = null) =>
        new(new SmsOptions { Url = $"{origin}/send", Key = "of-the-environment", Signature = "吉林人才", Timeout = timeout ?? TimeSpan.FromSeconds(20) });
}
