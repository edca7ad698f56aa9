using System.Collections.Immutable;
using System.Net.Mail;
using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Outside;

/// <summary>Puts a task for the world outside on the list from which it is done and reported.</summary>
internal sealed class CompleteRunTaskApplier : EffectApplier<CompleteRunTask>
{
    protected override Task ApplyAsync(CompleteRunTask effect, CaseWork work, CancellationToken cancellationToken) => OutsideRequests.AddAsync(
        work, OutsideRequestKind.Task, effect.Request, effect.Activity, effect.Name, FeelJson.ToJson(effect.Payload), cancellationToken);
}

/// <summary>Sends a mail to given addresses through the outbox.</summary>
internal sealed class SendMailApplier : EffectApplier<SendMail>
{
    private const int MostRecipients = 50;
    private const int LongestBody = 100_000;

    protected override Task<Error?> RefusalAsync(SendMail effect, CaseWork work, CancellationToken cancellationToken)
    {
        var all = effect.To.Concat(effect.Cc).Concat(effect.Bcc).ToList();
        var wrong = effect.To.IsEmpty ? "–" : all.Find(a => !MailAddress.TryCreate(a, out _) || a.Any(char.IsControl));
        return Task.FromResult(
            wrong is not null ? new Error("outside.badMailAddress", ErrorKind.Conflict)
            : all.Count > MostRecipients || effect.Body.Length > LongestBody || effect.Subject.Length > LongestBody
                ? new Error("outside.mailTooLarge", ErrorKind.Conflict).With("recipients", $"{MostRecipients}").With("characters", $"{LongestBody}")
            : null);
    }

    protected override async Task ApplyAsync(SendMail effect, CaseWork work, CancellationToken cancellationToken)
    {
        var content = new OutsideMailContent(effect.To, effect.Cc, effect.Bcc, effect.Subject, effect.Body);
        var row = await OutsideRequests.AddAsync(work, OutsideRequestKind.Mail, effect.Key, effect.Activity, "", content, cancellationToken);
        work.Outbox.Add(OutsideMail.MailKind, $"mail:{row.Id:N}", new OutsideMail.Address(row.Id), work.Case.Id, work.Case.Id);
    }
}

/// <summary>Sends a request to a host of the installation's list through the outbox; its answer comes as an event.</summary>
internal sealed class SendHttpApplier : EffectApplier<SendHttp>
{
    /// <summary>The kind of its outbox messages.</summary>
    internal const string MessageKind = "http";

    private const int LongestContent = 1024 * 1024;

    private static readonly ImmutableArray<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Headers that belong to the transport.</summary>
    private static readonly ImmutableArray<string> Reserved =
        ["host", "connection", "content-length", "content-type", "transfer-encoding", "upgrade", "te", "trailer", "expect", "proxy-authorization", "idempotency-key"];

    protected override Task<Error?> RefusalAsync(SendHttp effect, CaseWork work, CancellationToken cancellationToken)
    {
        var call = Call(effect);
        var header = call.Headers.FirstOrDefault(h => !IsGood(h.Key, h.Value)).Key;
        return Task.FromResult(
            work.Hosts.Refusal(effect.Url) is { } refusal ? refusal
            : !Methods.Contains(call.Method) ? new Error("outside.badMethod", ErrorKind.Conflict).With("method", effect.Method)
            : header is not null ? new Error("outside.badHeader", ErrorKind.Conflict).With("header", header)
            : call.Content is { Length: > LongestContent } ? new Error("outside.requestTooLarge", ErrorKind.Conflict).With("max", $"{LongestContent}")
            : null);
    }

    protected override async Task ApplyAsync(SendHttp effect, CaseWork work, CancellationToken cancellationToken)
    {
        var host = new Uri(effect.Url).IdnHost;
        var row = await OutsideRequests.AddAsync(work, OutsideRequestKind.Http, effect.Request, effect.Activity, host, Call(effect), cancellationToken);
        work.Outbox.Add(MessageKind, $"http:{row.Id:N}", new OutsideMail.Address(row.Id), work.Case.Id);
    }

    private static HttpCall Call(SendHttp effect)
    {
        var text = effect.Content.TryGetString(out var plain) ? plain : null;
        var headers = effect.Authorization is { } authorization ? effect.Headers.SetItem("Authorization", authorization) : effect.Headers;
        return new HttpCall(
            effect.Method.ToUpperInvariant(), effect.Url, effect.Content.IsNull ? null : text ?? FeelJson.ToJson(effect.Content),
            effect.ContentType ?? (text is null ? "application/json" : "text/plain"), headers);
    }

    private static bool IsGood(string name, string value) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !Reserved.Contains(name.ToLowerInvariant())
        && value.Length <= 4000 && !value.Any(c => char.IsControl(c) || c > 255);
}
