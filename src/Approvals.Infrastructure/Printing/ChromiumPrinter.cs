using System.Diagnostics;
using Approvals.Application.Letters;

namespace Approvals.Infrastructure.Printing;

/// <summary>
/// Prints to PDF by a Chromium of the machine: one at a time, in a profile of its own that is thrown away, and unable to fetch
/// anything.
/// </summary>
internal sealed class ChromiumPrinter(PrintingOptions options, TimeProvider clock) : IPdfPrinter, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public bool IsAvailable => options.Chromium is not null;

    public async Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancellationToken)
    {
        if (options.Chromium is not { } program)
        {
            return new Error("letters.noPdf", ErrorKind.Conflict);
        }

        await _one.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("approvals-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "letter.html"), Path.Combine(folder.FullName, "letter.pdf"));
            await File.WriteAllTextAsync(page, html, cancellationToken);
            await RunAsync(program, folder.FullName, page, pdf, cancellationToken);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellationToken) : new Error("letters.noPdf", ErrorKind.Conflict);
        }
        finally
        {
            _one.Release();
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task RunAsync(string program, string folder, string page, string pdf, CancellationToken cancellationToken)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in Arguments(folder, page, pdf))
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        using var late = new CancellationTokenSource(options.Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private IEnumerable<string> Arguments(string folder, string page, string pdf)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--no-pdf-header-footer";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";
        if (!options.Sandbox)
        {
            yield return "--no-sandbox";
        }

        yield return $"--print-to-pdf={pdf}";
        yield return new Uri(page).AbsoluteUri;
    }
}
