using System.Diagnostics.CodeAnalysis;

namespace Approvals;

/// <summary>Either a value or an expected failure.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Factories of a result read best on the type.")]
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>The failure, or null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"No value: {Error.Code}");

    /// <summary>A success.</summary>
    public static Result<T> Success(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static Result<T> Failure(Error error) => new(default, error);

    /// <summary>A success, implicitly.</summary>
    public static implicit operator Result<T>(T value) => Success(value);

    /// <summary>A failure, implicitly.</summary>
    public static implicit operator Result<T>(Error error) => Failure(error);

    /// <summary>Applies a function to the value, if there is one.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> map) => Error is null ? map(_value!) : Error;

    /// <summary>Applies a function that may fail itself.</summary>
    public Result<TNext> Bind<TNext>(Func<T, Result<TNext>> bind) => Error is null ? bind(_value!) : Error;
}

/// <summary>The value of an operation that has none.</summary>
public readonly record struct Unit
{
    /// <summary>The one value.</summary>
    public static Unit Value => default;
}
