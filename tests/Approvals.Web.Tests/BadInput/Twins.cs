using System.Text.Json;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>The same request twice at once, as two clicks make it.</summary>
internal static class Twins
{
    public static async Task<Answer[]> TwiceAsync(this Visitor visitor, string method, string path, object? body = null)
    {
        // A page has its token before anything on it is clicked.
        await visitor.GetAsync("/api/antiforgery");
        var text = body is null ? null : JsonSerializer.Serialize(body);
        var answers = await Task.WhenAll(
            visitor.SendRawAsync(new HttpMethod(method), path, text), visitor.SendRawAsync(new HttpMethod(method), path, text));
        Assert.All(answers, a => Assert.True(a.Status < 500, a.Body.ToString()));
        return [.. answers.OrderBy(a => a.Status)];
    }

    /// <summary>Both were answered as done.</summary>
    public static void BothDone(Answer[] answers) => Assert.All(answers, a => Assert.True(a.Status is 200 or 204, a.Body.ToString()));

    /// <summary>One was done; the other was, too, or heard that it no longer can be.</summary>
    public static void OneDone(Answer[] answers, params int[] second)
    {
        Assert.True(answers[0].Status is 200 or 204, answers[0].Body.ToString());
        Assert.Contains(answers[1].Status, (int[])[200, 204, .. second]);
    }

    public static async Task<T> ReadAsync<T>(this ProductServer server, Func<ApprovalsDbContext, Task<T>> read)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>());
    }

    public static Task<int> CountAsync<T>(this ProductServer server, Func<ApprovalsDbContext, IQueryable<T>> rows) => server.ReadAsync(c => rows(c).CountAsync());
}
