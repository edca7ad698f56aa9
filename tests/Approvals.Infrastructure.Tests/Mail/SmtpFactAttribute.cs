using Approvals.Infrastructure.Mail;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Approvals.Infrastructure.Tests.Mail;

/// <summary>A fact that is discovered only where <c>APPROVALS_TEST_SMTP</c> names a server and its folder.</summary>
[XunitTestCaseDiscoverer("Approvals.Infrastructure.Tests.Mail.SmtpFactDiscoverer", "Approvals.Infrastructure.Tests")]
internal sealed class SmtpFactAttribute : FactAttribute
{
    public static (MailOptions Options, string Folder)? Server { get; } =
        Environment.GetEnvironmentVariable("APPROVALS_TEST_SMTP")?.Split(':') is [var host, var port]
        && Environment.GetEnvironmentVariable("APPROVALS_TEST_SMTP_FOLDER") is { Length: > 0 } folder
            ? (new MailOptions { Folder = "", Host = host, Port = int.Parse(port) }, folder)
            : null;
}

internal sealed class SmtpFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute) =>
        SmtpFactAttribute.Server is null
            ? []
            : [new XunitTestCase(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)];
}
