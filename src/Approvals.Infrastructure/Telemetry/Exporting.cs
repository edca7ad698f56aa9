using System.Diagnostics;
using Approvals.Application.Cases;
using Approvals.Application.Jobs;
using Approvals.Application.Metering;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Approvals.Infrastructure.Telemetry;

/// <summary>
/// Sends the product's metrics and traces by OTLP while the host runs. The providers are built by hand: the packages that hang
/// them onto the host and the Prometheus exporters cannot be restored everywhere, and a collector turns OTLP into whatever is read.
/// </summary>
public sealed class Exporting(TelemetryOptions options) : IHostedService, IDisposable
{
    private static readonly string[] Meters = [ProductMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private static readonly string[] Sources = [CaseTrace.Source, JobTrace.Source, "Microsoft.AspNetCore"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Endpoint is { } endpoint)
        {
            var resource = ResourceBuilder.CreateEmpty().AddService("approvals", serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
                .AddOtlpExporter((exporter, reader) =>
                {
                    Configure(exporter, endpoint, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Every.TotalMilliseconds;
                }).Build();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
                .AddProcessor(new Discretion())
                .AddOtlpExporter(exporter => Configure(exporter, endpoint, "v1/traces")).Build();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
        (_metrics, _traces) = (null, null);
    }

    private void Configure(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        exporter.Protocol = options.OverHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = options.OverHttp ? new Uri(endpoint, path) : endpoint;
        exporter.Headers = options.Headers;
    }

    /// <summary>Takes from requests what may name somebody: what was searched for, tokens in addresses, and from where.</summary>
    private sealed class Discretion : BaseProcessor<Activity>
    {
        private static readonly string[] Told = ["url.path", "url.query", "url.full", "client.address", "network.peer.address", "user_agent.original"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Told)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
