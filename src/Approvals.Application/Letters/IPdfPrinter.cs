namespace Approvals.Application.Letters;

/// <summary>Prints a page to PDF, where the machine has something that can.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether it can.</summary>
    public bool IsAvailable { get; }

    /// <summary>The page as PDF, or <c>letters.noPdf</c>.</summary>
    /// <param name="html">A page that fetches nothing.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancellationToken);
}

/// <summary>A machine without anything that prints: the page's own print style is what there is.</summary>
public sealed class NoPdfPrinter : IPdfPrinter
{
    /// <inheritdoc />
    public bool IsAvailable => false;

    /// <inheritdoc />
    public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancellationToken) =>
        Task.FromResult(Result<byte[]>.Failure(new Error("letters.noPdf", ErrorKind.Conflict)));
}
