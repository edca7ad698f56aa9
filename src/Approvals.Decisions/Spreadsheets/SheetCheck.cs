using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Names a mistake of a cell by its row and column, from 0.</summary>
internal delegate void ReportCell(int row, int column, string code, params ReadOnlySpan<(string Name, string Value)> data);

/// <summary>Compiles every cell of a table that came from a sheet.</summary>
internal sealed class SheetCheck(DecisionModel? model, ReportCell report)
{
    private FeelScope _scope = FeelScope.Empty;

    /// <param name="table">The table.</param>
    /// <param name="inputs">The sheet's columns of its inputs.</param>
    /// <param name="outputs">The sheet's columns of its outputs.</param>
    /// <param name="rules">The sheet's rows of its rules.</param>
    public void Check(TableGrid table, List<int> inputs, List<int> outputs, List<int> rules)
    {
        _scope = Scope(table.Name);
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = table.Inputs[i];
            Expression(TableSheet.NameRow, inputs[i], input.Expression);
            Type(inputs[i], input.Type);
            Tests(TableSheet.AllowedRow, inputs[i], input.AllowedValues);
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            var output = table.Outputs[i];
            Type(outputs[i], output.Type);
            Tests(TableSheet.AllowedRow, outputs[i], output.AllowedValues);
            Expression(TableSheet.DefaultRow, outputs[i], output.Default ?? "null");
            if (outputs.Count > 1 && output.Name.Length == 0)
            {
                report(TableSheet.NameRow, outputs[i], "decisions.sheet.noName");
            }
        }

        for (var i = 0; i < rules.Count; i++)
        {
            Rule(rules[i], table.Rules[i], inputs, outputs);
        }
    }

    private void Rule(int row, GridRule rule, List<int> inputs, List<int> outputs)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            Tests(row, inputs[i], rule.Cells[i]);
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            Expression(row, outputs[i], rule.Results[i] is "-" ? "null" : rule.Results[i]);
        }
    }

    /// <summary>The names that the decision's logic may use.</summary>
    private FeelScope Scope(string decision)
    {
        var owner = model?.Elements.Values.OfType<LogicElement>().FirstOrDefault(element => element.Name == decision);
        var scope = owner?.Requirements.Aggregate(model!.Types.Scope, (sum, required) => sum.With(required, required.Element.Type.Type)) ?? FeelScope.Empty;
        return owner?.Logic is FunctionBox function ? function.Parameters.Aggregate(scope, (sum, parameter) => sum.With(parameter.Name, parameter.Type.Type)) : scope;
    }

    private void Type(int column, string? type)
    {
        if (type is not null && FeelType.OfName(type) is null && model?.Types.Knows(type) != true)
        {
            report(TableSheet.TypeRow, column, "decisions.unknownType", ("type", type));
        }
    }

    private void Tests(int row, int column, string? text)
    {
        if (text is not null)
        {
            Report(row, column, FeelUnaryTests.Compile(text, _scope).Error);
        }
    }

    private void Expression(int row, int column, string text)
    {
        if (text.Length == 0)
        {
            report(row, column, "decisions.noExpression");
            return;
        }

        Report(row, column, FeelExpression.Compile(text, _scope).Error);
    }

    private void Report(int row, int column, Error? error)
    {
        if (error is not null)
        {
            report(row, column, error.Code, [.. error.Data.Select(pair => (pair.Key, pair.Value))]);
        }
    }
}
