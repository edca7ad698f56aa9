namespace Approvals.Application.Outbox;

/// <summary>Why something has not left, in words.</summary>
internal static class OutboxReasons
{
    /// <summary>What the senders say is a code with a server's number behind it, or plain words of the machine.</summary>
    internal static string Tell(MessageCatalog texts, string code, string language)
    {
        var parts = code.Split('.');
        var known = parts is ["mail", _, _] ? $"outbox.reason.{parts[0]}.{parts[1]}" : $"outbox.reason.{code}";
        return texts.Texts.ContainsKey(known) ? texts.Format(known, new Dictionary<string, string> { ["status"] = parts[^1] }, language) : code;
    }
}
