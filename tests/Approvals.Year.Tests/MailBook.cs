using System.Globalization;
using Approvals.Application.Outbox;

namespace Approvals.Year.Tests;

/// <summary>A mail that left.</summary>
/// <param name="Day">The day it left.</param>
/// <param name="To">The address.</param>
/// <param name="MessageId">Its id, the same each time it is sent.</param>
internal sealed record SentMail(DateOnly Day, string To, string MessageId);

/// <summary>Takes mails as a server would that never forgets one: each is a line in a file before its sender goes on.</summary>
internal sealed class MailBook(string folder, TimeProvider clock) : IMailTransport, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _file = FileOf(folder);

    public async Task SendAsync(Mail mail, string messageId, CancellationToken cancellationToken)
    {
        var day = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await File.AppendAllTextAsync(_file, $"{day}\t{mail.To}\t{messageId}\n", cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>All mails in the order they left.</summary>
    public static IReadOnlyList<SentMail> Read(string folder) => !File.Exists(FileOf(folder)) ? [] :
    [
        .. File.ReadLines(FileOf(folder)).Select(line => line.Split('\t'))
            .Select(p => new SentMail(DateOnly.ParseExact(p[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), p[1], p[2])),
    ];

    private static string FileOf(string folder) => Path.Combine(folder, "mails.tsv");
}
