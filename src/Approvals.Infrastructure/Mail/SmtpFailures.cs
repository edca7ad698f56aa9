using System.Net.Mail;
using System.Security.Authentication;
using System.Net.Sockets;

namespace Approvals.Infrastructure.Mail;

/// <summary>What a mail server's refusal means. Codes are put in words where operators read them.</summary>
internal sealed record SmtpFailure(string Code, bool IsFinal, bool IsServerGone)
{
    /// <summary>What went wrong; null where it is no matter of mail.</summary>
    public static SmtpFailure? Of(Exception exception, CancellationToken stopped) => exception switch
    {
        SmtpFailedRecipientException recipient => OfRecipient(recipient.StatusCode),
        SmtpException { StatusCode: SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation } refused =>
            new SmtpFailure($"mail.refused.{(int)refused.StatusCode}", true, false),
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: AuthenticationException } => Gone("mail.certificate"),
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } => Gone("mail.unreachable"),
        SmtpException { StatusCode: SmtpStatusCode.ServiceNotAvailable } => Gone("mail.notNow"),
        SmtpException other => new SmtpFailure($"mail.status.{(int)other.StatusCode}", false, false),
        AuthenticationException => Gone("mail.certificate"),
        IOException or SocketException => Gone("mail.broken"),
        OperationCanceledException when !stopped.IsCancellationRequested => Gone("mail.silent"),
        _ => null,
    };

    /// <summary>A recipient's 5xx is for ever (RFC 5321, 4.2.1); a 4xx may pass.</summary>
    private static SmtpFailure OfRecipient(SmtpStatusCode status) =>
        (int)status >= 500 ? new SmtpFailure($"mail.recipient.{(int)status}", true, false) : new SmtpFailure($"mail.status.{(int)status}", false, false);

    private static SmtpFailure Gone(string code) => new(code, false, true);
}
