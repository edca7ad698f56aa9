using System.Diagnostics;
using System.Text;

namespace Approvals.EndToEnd.Tests;

/// <summary>What a started command has printed so far.</summary>
internal sealed class OutputOf
{
    private readonly Process _process;
    private readonly StringBuilder _text = new();

    public OutputOf(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Waits until the command has printed a text.</summary>
    public async Task<bool> SaysAsync(string text, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit && !Text.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                return false;
            }

            await Task.Delay(200);
        }

        return Text.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Waits until the command has ended well.</summary>
    public async Task<bool> EndsAsync(TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(stop.Token);
            return _process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_text)
        {
            _text.AppendLine(line);
        }
    }
}
