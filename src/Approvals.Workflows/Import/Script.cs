namespace Approvals.Workflows;

/// <summary>A part of a script: the expressions of JavaScript that have no effect and need no engine.</summary>
internal abstract record Script;

/// <summary>A number as written.</summary>
internal sealed record ScriptNumber(string Digits) : Script;

/// <summary>A text.</summary>
internal sealed record ScriptText(string Text) : Script;

/// <summary><c>true</c>, <c>false</c>, <c>null</c> or <c>undefined</c>.</summary>
internal sealed record ScriptWord(string Word) : Script;

/// <summary>A free name.</summary>
internal sealed record ScriptName(string Name) : Script;

/// <summary>A member by name; an index by a text is the same.</summary>
internal sealed record ScriptMember(Script Of, string Name) : Script;

/// <summary>An item by index.</summary>
internal sealed record ScriptItem(Script Of, Script Index) : Script;

/// <summary>A call.</summary>
internal sealed record ScriptCall(Script Function, ImmutableArray<Script> Arguments) : Script;

/// <summary>An operator before its operand.</summary>
internal sealed record ScriptUnary(string Operator, Script Operand) : Script;

/// <summary>An operator between two operands.</summary>
internal sealed record ScriptBinary(string Operator, Script Left, Script Right) : Script;

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed record ScriptChoice(Script Condition, Script Then, Script Otherwise) : Script;

/// <summary>A template string: texts and expressions in turn.</summary>
internal sealed record ScriptTemplate(ImmutableArray<Script> Parts) : Script;

/// <summary>A list.</summary>
internal sealed record ScriptList(ImmutableArray<Script> Items) : Script;

/// <summary>An object.</summary>
internal sealed record ScriptObject(ImmutableArray<(string Name, Script Value)> Entries) : Script;

/// <summary>A call that sets a variable, as the whole of a script.</summary>
internal sealed record ScriptAssignment(string Variable, Script Value) : Script;
