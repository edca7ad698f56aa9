using System.Net;
using System.Net.Sockets;
using System.Text;
using Approvals.Application.Jobs;
using Approvals.Infrastructure.Telemetry;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.Extensions.Configuration;

namespace Approvals.Infrastructure.Tests.Telemetry;

/// <summary>What leaves for a collector: the names an operator looks for, a step as one trace, and nothing of a case.</summary>
public sealed class ExportingTests
{
    [Fact]
    public async Task Export_OfACaseAndAJob_HasTheirMetricsAndTheStepAsOneTrace()
    {
        await using var receiver = new OtlpReceiver(FreePort());
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        using (var exporting = new Exporting(new TelemetryOptions { Endpoint = receiver.Endpoint, OverHttp = true, Headers = "x-key=k1", Every = TimeSpan.FromMinutes(5) }))
        {
            await exporting.StartAsync(CancellationToken.None);
            await host.GrantedAsync();
            await host.LoadAsync(FlowPackage.Begin("mails")
                .Step("mail", "Elsa.SendEmail", ("to", new[] { "one@example.org" }), ("subject", "A"), ("body", "B")).End("end", "granted").Ways("apply>mail", "mail>end"));
            await host.CaseAsync("mails");
            await host.PumpAsync();
            await host.UseAsync<JobRunner, bool>(r => r.RunAsync("documents.removeOrphans", host.Host.Time.GetUtcNow(), CancellationToken.None));
            await exporting.StopAsync(CancellationToken.None);
        }

        Assert.True(receiver.Metrics["approvals.case.step.duration"] >= 1);
        Assert.True(receiver.Metrics["approvals.job.run.duration"] >= 1);
        Assert.True(receiver.Metrics["approvals.pump.row.duration"] >= 1);
        Assert.True(receiver.Metrics["approvals.messages"] >= 1);
        var steps = receiver.Spans.Where(s => s.Name == "case").ToList();
        Assert.Contains(steps, step => new[] { "load", "step", "save" }.All(part => receiver.Spans.Any(s => s.Name == part && s.Trace == step.Trace && s.Parent == step.Id)));
        Assert.Contains(receiver.Spans, s => s.Name == "job documents.removeOrphans");
        Assert.All(receiver.Keys, key => Assert.Equal("k1", key));
        Assert.DoesNotContain(receiver.Bodies, b => b.AsSpan().IndexOf(Encoding.UTF8.GetBytes("张试")) >= 0);
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "ftp://x")]
    [InlineData("Telemetry:Protocol", "json")]
    [InlineData("Telemetry:MetricSeconds", "0")]
    [InlineData("Telemetry:TraceShare", "2")]
    public void Read_WhatCannotBeMeant_IsRefusedAtStart(string key, string value) => Assert.Throws<InvalidOperationException>(
        () => TelemetryOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()));

    [Fact]
    public void Read_NothingSet_IsOff() => Assert.Null(TelemetryOptions.Read(new ConfigurationBuilder().Build()).Endpoint);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
