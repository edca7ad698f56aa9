using System.Collections.Immutable;
using Approvals.Domain.Forms;

namespace Approvals.Domain.Tests.Forms;

public sealed class FieldCheckupTests
{
    [Theory]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "validate": { "minLength": 2, "maxLength": 4 } }""", "\"张\"", "forms.minLength")]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "validate": { "minLength": 2, "maxLength": 4 } }""", "\"张三李四王\"", "forms.maxLength")]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "validate": { "minLength": 2, "maxLength": 4 } }""", "\"𝒞𝒞𝒞𝒞\"", null)]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F" }""", "\"a\\nb\"", "forms.characters")]
    [InlineData("""{ "key": "f", "type": "textarea", "label": "F" }""", "\"a\\nb\"", null)]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F" }""", "12", "forms.type.text")]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "validate": { "pattern": "^ZS-[0-9]+$" } }""", "\"ZS-1\"", null)]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "validate": { "pattern": "^ZS-[0-9]+$" } }""", "\"ZS-x\"", "forms.patternMismatch")]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "approvals": { "format": "mobile" } }""", "\"13800138000\"", null)]
    [InlineData("""{ "key": "f", "type": "textfield", "label": "F", "approvals": { "format": "mobile" } }""", "\"1380013800\"", "identifiers.format")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "min": 0, "max": 12 }, "decimalDigits": 1 }""", "4.5", null)]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "min": 0, "max": 12 }, "decimalDigits": 1 }""", "\"4.5\"", null)]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "min": 0, "max": 12 }, "decimalDigits": 1 }""", "4.55", "forms.decimals")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "min": 0, "max": 12 } }""", "-0.0001", "forms.min")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "min": 0, "max": 12 } }""", "12.0001", "forms.max")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F" }""", "\"twelve\"", "forms.type.number")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F" }""", "1e40", "forms.type.number")]
    [InlineData("""{ "key": "f", "type": "number", "label": "F", "validate": { "max": "=1 + 1" } }""", "3", "forms.max")]
    [InlineData("""{ "key": "f", "type": "checkbox", "label": "F" }""", "\"true\"", "forms.type.flag")]
    [InlineData("""{ "key": "f", "type": "checkbox", "label": "F", "validate": { "required": true } }""", "false", "forms.required")]
    [InlineData("""{ "key": "f", "type": "consent", "label": "F", "validate": { "required": true } }""", "{ \"given\": true }", null)]
    [InlineData("""{ "key": "f", "type": "consent", "label": "F", "validate": { "required": true } }""", "{ \"given\": false }", "forms.required")]
    [InlineData("""{ "key": "f", "type": "radio", "label": "F", "values": [ { "value": "a" } ] }""", "\"b\"", "forms.choice")]
    [InlineData("""{ "key": "f", "type": "checklist", "label": "F", "values": [ { "value": "a" }, { "value": "b" } ] }""", "[\"a\",\"b\",\"a\"]", null)]
    [InlineData("""{ "key": "f", "type": "checklist", "label": "F", "values": [ { "value": "a" } ] }""", "[\"c\"]", "forms.choice")]
    [InlineData("""{ "key": "f", "type": "checklist", "label": "F", "values": [ { "value": "a" } ] }""", "[1]", "forms.type.list")]
    [InlineData("""{ "key": "f", "type": "date", "label": "F" }""", "\"2026-02-29\"", "forms.type.date")]
    [InlineData("""{ "key": "f", "type": "date", "label": "F" }""", "\"2028-02-29\"", null)]
    [InlineData("""{ "key": "f", "type": "date", "label": "F" }""", "\"0026-02-01\"", "forms.dateFar")]
    [InlineData("""{ "key": "f", "type": "date", "label": "F", "validate": { "max": "=today" } }""", "\"2026-06-02\"", "forms.latest")]
    [InlineData("""{ "key": "f", "type": "date", "label": "F", "validate": { "min": "2026-01-01" } }""", "\"2025-12-31\"", "forms.earliest")]
    [InlineData("""{ "key": "f", "type": "daterange", "label": "F" }""", "{ \"from\": \"2026-01-02\", \"to\": \"2026-01-01\" }", "forms.rangeOrder")]
    [InlineData("""{ "key": "f", "type": "daterange", "label": "F" }""", "{ \"from\": \"2026-01-02\" }", "forms.rangeIncomplete")]
    [InlineData("""{ "key": "f", "type": "daterange", "label": "F" }""", "{ \"from\": \"2026-01-01\", \"to\": \"2026-01-01\" }", null)]
    [InlineData("""{ "key": "f", "type": "person", "label": "F" }""", "{ \"name\": \"张试例\", \"idType\": \"resident-id\", \"idNumber\": \"220104199003079918\" }", null)]
    [InlineData("""{ "key": "f", "type": "person", "label": "F" }""", "{ \"name\": \"张试例\", \"idType\": \"resident-id\", \"idNumber\": \"220104199003079917\" }", "identifiers.checkDigit")]
    [InlineData("""{ "key": "f", "type": "person", "label": "F" }""", "{ \"name\": \"张试例\" }", "forms.personIncomplete")]
    public void Evaluate_Value_IsCheckedByItsField(string component, string value, string? code) =>
        Assert.Equal(code is null ? [] : [$"f {code}"], Samples.Errors(Samples.Form(component), $$"""{ "f": {{value}} }"""));

    [Fact]
    public void Evaluate_TextBeyondAllBounds_IsRefused() =>
        Assert.Equal(["f forms.tooLong"], Samples.Errors(
            Samples.Form("""{ "key": "f", "type": "textarea", "label": "F", "validate": { "maxLength": 1000000 } }"""), $$"""{ "f": "{{new string('x', 20_001)}}" }"""));

    [Fact]
    public void Evaluate_CheckRule_TellsItsOwnMessage()
    {
        var form = Samples.Form("""
            { "key": "from", "type": "date", "label": "F" },
            { "key": "to", "type": "date", "label": "T", "approvals": { "check": [ { "rule": "to > from", "message": { "zh-CN": "早了", "en": "Too early" } } ] } }
            """);

        Assert.Equal(["to Too early"], Samples.Errors(form, """{ "from": "2026-02-01", "to": "2026-01-01" }"""));
        Assert.Empty(Samples.Errors(form, """{ "to": "2026-01-01" }"""));
        Assert.Empty(Samples.Errors(form, """{ "from": "2026-01-01", "to": "2026-02-01" }"""));
    }

    [Fact]
    public void Evaluate_FormatByAnotherField_FollowsIt()
    {
        var form = Samples.Form("""
            { "key": "type", "type": "select", "label": "T", "values": [ { "value": "resident-id" }, { "value": "passport-foreign" } ] },
            { "key": "number", "type": "textfield", "label": "N", "approvals": { "format": "=type" } }
            """);

        Assert.Equal(["number identifiers.format"], Samples.Errors(form, """{ "type": "resident-id", "number": "AB1234567" }"""));
        Assert.Empty(Samples.Errors(form, """{ "type": "passport-foreign", "number": "AB1234567" }"""));
        Assert.Empty(Samples.Errors(form, """{ "number": "AB1234567" }"""));
    }

    [Fact]
    public void Evaluate_Rows_AreCountedAndTyped()
    {
        var form = Samples.Form("""
            { "key": "rows", "type": "dynamiclist", "label": "R", "approvals": { "min": 1, "max": 2 }, "components": [
              { "key": "n", "type": "number", "label": "N", "validate": { "required": true } } ] }
            """);

        Assert.Equal(["rows forms.tooFew"], Samples.Errors(form, "{}"));
        Assert.Equal(["rows forms.tooMany"], Samples.Errors(form, """{ "rows": [ { "n": 1 }, { "n": 2 }, { "n": 3 } ] }"""));
        Assert.Equal(["rows[1].n forms.required"], Samples.Errors(form, """{ "rows": [ { "n": 1 }, {} ] }"""));
        Assert.Equal(["rows[0].n forms.type.number"], Samples.Errors(form, """{ "rows": [ { "n": "x" } ] }"""));
        Assert.Equal(["rows[0].x forms.unknown"], Samples.Errors(form, """{ "rows": [ { "n": 1, "x": 1 } ] }"""));
        Assert.Equal(["rows forms.type.object"], Samples.Errors(form, """{ "rows": [ 1 ] }""").Select(e => e.Replace("[0]", "")).Take(1));
        Assert.Equal(["rows forms.tooManyRows"], Samples.Errors(form, $$"""{ "rows": [ {{string.Join(',', Enumerable.Repeat("{}", 501))}} ] }"""));
    }

    [Fact]
    public void Evaluate_Files_MustBeOnesOwnOfTypeFormatAndSize()
    {
        var form = Samples.Form("""
            { "key": "f", "type": "filepicker", "label": "F", "validate": { "required": true },
              "approvals": { "document": "contract", "formats": ["pdf"], "maxMegabytes": 1, "max": 1 } }
            """);
        FormFile[] files = [new("1", "contract", "a.pdf", "pdf", 1024), new("2", "photo", "b.pdf", "pdf", 1), new("3", "contract", "c.zip", "zip", 1), new("4", "contract", "d.pdf", "pdf", 1024 * 1024 + 1)];
        var scope = Samples.Scope with { Files = files.ToImmutableDictionary(f => f.Id) };

        Assert.Equal(["f forms.required"], Samples.Errors(form, """{ "f": [] }""", scope));
        Assert.Empty(Samples.Errors(form, """{ "f": ["1"] }""", scope));
        Assert.Equal(["f forms.fileType"], Samples.Errors(form, """{ "f": ["2"] }""", scope));
        Assert.Equal(["f forms.fileFormat"], Samples.Errors(form, """{ "f": ["3"] }""", scope));
        Assert.Equal(["f forms.fileSize"], Samples.Errors(form, """{ "f": ["4"] }""", scope));
        Assert.Equal(["f forms.fileUnknown"], Samples.Errors(form, """{ "f": ["5"] }""", scope));
        Assert.Equal(["f forms.tooMany"], Samples.Errors(form, """{ "f": ["1", "9"] }"""));
    }
}
