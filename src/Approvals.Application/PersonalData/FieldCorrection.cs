using System.Net.Mail;
using Approvals.Application.People;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.PersonalData;

/// <summary>What may be corrected, and what it becomes.</summary>
internal static class FieldCorrection
{
    private const int LongestValue = 200;

    /// <summary>Why a request cannot be made; null when it can.</summary>
    internal static Error? Check(FileDataRequest.Request request, DateOnly today)
    {
        if (request.Kind == DataRequestKind.Erasure)
        {
            return null;
        }

        var value = request.Value?.Trim() ?? "";
        return request.Field is not { } field ? Wrong("field", "personalData.noField")
            : value.Length is 0 or > LongestValue ? Wrong("value", "personalData.value")
            : field switch
            {
                DataField.Mobile => IdentifierCheck.Check(IdentifierKind.Mobile, value, today).IsSuccess ? null : Wrong("value", "personalData.mobile"),
                DataField.Mail => MailAddress.TryCreate(value, out _) ? null : Wrong("value", "personalData.mail"),
                DataField.Nationality => value.Length == 3 && value.All(char.IsAsciiLetterUpper) ? null : Wrong("value", "personalData.nationality"),
                DataField.Identifier => Document(request, today) is { IsSuccess: false, Error: var wrong } ? wrong : null,
                _ => null,
            };
    }

    /// <summary>What is known afterwards. What follows from a document's number is taken from it.</summary>
    internal static Result<PersonDetails> Apply(PersonDetails known, DataField field, DataRequestContent asked, DateOnly today)
    {
        var value = asked.Value!;
        return field switch
        {
            DataField.Name => known with { Name = value },
            DataField.Mobile => known with { Mobile = value },
            DataField.Mail => known with { Email = value },
            DataField.Address => known with { Address = value },
            DataField.Nationality => known with { Nationality = value },
            _ => Read(asked.IdentifierKind, value, known.BirthDate, today).Map(document => known with
            {
                IdentifierKind = document.Kind.Code(),
                IdentifierNumber = document.Value,
                IdentifierValidUntil = null,
                BirthDate = document.BirthDate ?? known.BirthDate,
            }),
        };
    }

    /// <summary>What is known now of the field, for the officer to compare.</summary>
    internal static string? Known(PersonDetails known, DataField field) => field switch
    {
        DataField.Name => known.Name,
        DataField.Mobile => known.Mobile,
        DataField.Mail => known.Email,
        DataField.Address => known.Address,
        DataField.Nationality => known.Nationality,
        _ => known.IdentifierNumber,
    };

    private static Result<Identifier> Document(FileDataRequest.Request request, DateOnly today) => Read(request.IdentifierKind, request.Value!, null, today);

    /// <summary>The date of birth of a document that does not hold it stays what it was.</summary>
    private static Result<Identifier> Read(string? kind, string number, DateOnly? birth, DateOnly today)
    {
        var read = IdentifyOneself.Read(new IdentifyOneself.Request(kind ?? "", number, birth ?? new DateOnly(today.Year - 1, 1, 1)), today);
        return read is { IsSuccess: false, Error: var error }
            ? error.Fields.Any(f => f.Path == "kind") ? Wrong("identifierKind", "account.identityKind") : Wrong("value", "account.identityNumber")
            : read;
    }

    private static Error Wrong(string field, string code) => new("request.fields") { Fields = [new FieldError(field, code)] };
}
