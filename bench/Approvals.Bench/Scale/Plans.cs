using System.Data.Common;
using System.Diagnostics;
using Approvals.Bench.Hosts;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Approvals.Bench.Scale;

/// <summary>Listens to what the product asks the database, and explains it.</summary>
internal sealed class Plans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<string> _lines = [];
    private readonly IDisposable _listeners;
    private readonly List<IDisposable> _events = [];
    private bool _explaining;

    private Plans() => _listeners = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>The plans of everything that a reading asks, as indented lines.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(BenchHost host, Func<IServiceProvider, Task<int>> read)
    {
        using var plans = new Plans();

        // For a second Entity Framework remembers that nobody listened.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await host.InScopeAsync(read);
        return plans._lines;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _events.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (!_explaining && value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            _explaining = true;
            Explain(data);
            _explaining = false;
        }
    }

    public void OnCompleted()
    {
        // Nothing is kept open.
    }

    public void OnError(Exception error) => throw error;

    public void Dispose()
    {
        _events.ForEach(e => e.Dispose());
        _listeners.Dispose();
    }

    private void Explain(CommandEventData data)
    {
        using var command = data.Command.Connection!.CreateCommand();
        var dialect = new Dialect(data.Context!.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal));
        command.CommandText = dialect.Explain(data.Command);
        foreach (DbParameter parameter in data.Command.Parameters)
        {
            command.Parameters.Add(Copy(command, parameter));
        }

        var text = string.Join(' ', data.Command.CommandText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _lines.Add("  " + (text.Length > 160 ? text[..160] + " …" : text));
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            _lines.Add("      " + rows.GetValue(rows.FieldCount - 1));
        }
    }

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        if (parameter is ICloneable cloneable)
        {
            return (DbParameter)cloneable.Clone();
        }

        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
        return copy;
    }
}
