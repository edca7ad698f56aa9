using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Problems;

/// <summary>A use case's result as an HTTP answer.</summary>
internal static class ResultHttp
{
    public static Results<Ok<T>, ErrorResult> ToHttp<T>(this Result<T> result) =>
        result.IsSuccess ? TypedResults.Ok(result.Value) : new ErrorResult(result.Error);

    public static async Task<Results<Ok<T>, ErrorResult>> ToHttp<T>(this Task<Result<T>> result) => (await result).ToHttp();

    /// <summary>A use case that answers nothing but that it was done.</summary>
    public static async Task<Results<NoContent, ErrorResult>> ToNoContent<T>(this Task<Result<T>> result) =>
        await result is { IsSuccess: false, Error: var error } ? new ErrorResult(error) : TypedResults.NoContent();
}
