namespace Approvals.Domain.Forms;

/// <summary>What may be done with a field now: the task's rights, the field's readers and its own <c>readonly</c> together.</summary>
internal static class Access
{
    internal static FieldAccess To(FormComponent component, string path, FormFrame frame, FormScope scope)
    {
        var access = scope.AccessTo(component, path);
        if (access == FieldAccess.ReadOnly && HasOpened(path, scope)) access = FieldAccess.Editable;
        return access == FieldAccess.Editable && frame.IsTrue(component.ReadOnly) ? FieldAccess.ReadOnly : access;
    }

    /// <summary>A correction may bring a field on that was not asked before: it is open, or the correction could never be complete.</summary>
    private static bool HasOpened(string path, FormScope scope) =>
        scope.Rights is { Editable: { IsEmpty: false }, ReadOnly: var readOnly }
        && !readOnly.Any(p => FieldPath.Covers(p, path))
        && scope.NewlyShown.Contains(FieldPath.WithoutRows(path));
}
