namespace Approvals.Domain.Forms;

/// <summary>Goes over what is shown and says how each component stands.</summary>
internal sealed class Walk(Form form, FormReading reading, FormData settled, FormScope scope)
{
    private readonly List<ComponentState> _states = [];
    private readonly List<FeelDiagnostic> _diagnostics = [];
    private readonly ILookup<string, FieldError> _typeErrors = reading.Errors.ToLookup(e => e.Path, StringComparer.Ordinal);

    internal FormState Run()
    {
        Level(form.Components, settled.Values, FormFrame.Root(form, settled.Values, scope));
        return new FormState(settled, [.. _states], [.. reading.Errors.Where(e => form.FieldAt(e.Path) is null && !IsRow(e.Path))],
            [.. _diagnostics.Take(50)]);
    }

    /// <summary>A row that is no object is an error of its list.</summary>
    private bool IsRow(string path) => path.EndsWith(']') && form.FieldAt(path[..path.LastIndexOf('[')]) is not null;

    private void Level(ImmutableArray<FormComponent> components, FeelContext values, FormFrame frame)
    {
        foreach (var component in components.Where(c => !Evaluated(c.Hide, frame)))
        {
            if (component.Path is null) Plain(component, values, frame);
            else Field(component, values[component.Key!], frame);
        }
    }

    private void Plain(FormComponent component, FeelContext values, FormFrame frame)
    {
        var rows = component.Rows?.Evaluate(frame.Context).Value ?? FeelValue.Null;
        var prefix = frame.Parent.Length == 0 ? "" : frame.Parent + ".";
        _states.Add(new ComponentState($"{prefix}#{component.Id}", component, FieldAccess.ReadOnly, false, rows, [], [])
        {
            Text = component.Text?.Fill(frame.Context),
        });
        Level(component.Components, values, frame);
    }

    private void Field(FormComponent component, FeelValue value, FormFrame frame)
    {
        var path = FieldPath.Join(frame.Parent, component.Key!);
        var access = Access.To(component, path, frame, scope);
        if (access == FieldAccess.Hidden && !component.Components.Any()) return;
        var options = Choices.Of(component, scope.Before.At(path), frame, scope);
        var required = access == FieldAccess.Editable && frame.IsTrue(component.Validation.Required);
        if (access != FieldAccess.Hidden)
        {
            _states.Add(new ComponentState(path, component, access, required, value, options, Errors(component, path, value, access, options, frame))
            {
                Text = component.Text?.Fill(frame.Context),
            });
        }

        Inside(component, value, frame, path);
    }

    private void Inside(FormComponent component, FeelValue value, FormFrame frame, string path)
    {
        if (component.Type == FormComponentType.Group)
        {
            var fields = value.TryGetContext(out var context) ? context : FeelContext.Empty;
            Level(component.Components, fields, frame.Inside(component, fields, path));
        }
        else if (component.Type == FormComponentType.Dynamiclist && value.TryGetList(out var rows))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var row = rows[i].TryGetContext(out var context) ? context : FeelContext.Empty;
                Level(component.Components, row, frame.Inside(component, row, FieldPath.Row(path, i)));
            }
        }
    }

    private ImmutableArray<FieldError> Errors(
        FormComponent component, string path, FeelValue value, FieldAccess access, ImmutableArray<FormOption> options, FormFrame frame)
    {
        if (component.Type is FormComponentType.Expression or FormComponentType.Group) return [];
        var answer = reading.Data.At(path);
        if (access != FieldAccess.Editable)
        {
            return answer.IsNull || answer == value || component.Type == FormComponentType.Dynamiclist ? [] : [new FieldError(path, "forms.notOpen")];
        }

        var types = _typeErrors[path].Concat(component.Type == FormComponentType.Dynamiclist
            ? reading.Errors.Where(e => IsRow(e.Path) && e.Path.StartsWith(path + "[", StringComparison.Ordinal)) : []).ToImmutableArray();
        return types.IsEmpty ? FieldCheckup.Errors(new FieldCase(component, path, value, options, frame, scope)) : types;
    }

    private bool Evaluated(FeelExpression? expression, FormFrame frame)
    {
        if (expression is null) return false;
        var outcome = expression.Evaluate(frame.Context);
        _diagnostics.AddRange(outcome.Diagnostics);
        return outcome.Value.TryGetBoolean(out var flag) && flag;
    }
}
