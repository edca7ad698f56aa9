using Microsoft.Extensions.Configuration;

namespace Approvals.Infrastructure.Telemetry;

/// <summary>Where metrics and traces go; nowhere unless an endpoint is named.</summary>
public sealed record TelemetryOptions
{
    /// <summary>The collector's address, such as <c>http://127.0.0.1:4317</c>; null switches everything off.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Whether it speaks protobuf over HTTP (usually port 4318) instead of gRPC.</summary>
    public bool OverHttp { get; init; }

    /// <summary>What the collector wants to see, such as <c>authorization=Bearer …</c>; a secret.</summary>
    public string? Headers { get; init; }

    /// <summary>How often metrics are sent.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Which share of traces is kept, from 0 to 1.</summary>
    public double TraceShare { get; init; } = 1;

    /// <summary>Reads <c>Telemetry:</c>.</summary>
    /// <exception cref="InvalidOperationException">Something is set that cannot be meant.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Telemetry");
        var protocol = section["Protocol"] ?? "grpc";
        var options = new TelemetryOptions
        {
            Endpoint = section["Endpoint"] is not { Length: > 0 } text ? null
                : Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" ? endpoint
                : throw new InvalidOperationException($"Telemetry:Endpoint is '{text}'; it must be an http or https address."),
            OverHttp = protocol is "http" or "grpc" ? protocol == "http" : throw new InvalidOperationException($"Telemetry:Protocol is '{protocol}'; it must be grpc or http."),
            Headers = section["Headers"],
            Every = TimeSpan.FromSeconds(section.GetValue("MetricSeconds", 30)),
            TraceShare = section.GetValue("TraceShare", 1.0),
        };
        return options.Every >= TimeSpan.FromSeconds(1) && options.TraceShare is >= 0 and <= 1 ? options
            : throw new InvalidOperationException("Telemetry:MetricSeconds must be 1 or more, and Telemetry:TraceShare between 0 and 1.");
    }
}
