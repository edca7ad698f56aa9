import type { ConditionOperator, ConditionTest, ConditionValue, ExpressionName } from '../../api/conditions';

const compared: ConditionOperator[] = ['Equal', 'NotEqual', 'Less', 'AtMost', 'Greater', 'AtLeast', 'Between'];
const answered: ConditionOperator[] = ['IsEmpty', 'IsFilled'];

/** What can be asked of a field of a type. */
export function operatorsFor(name: ExpressionName | undefined): ConditionOperator[] {
  const type = name?.type ?? 'Any';
  if (type === 'number' || type === 'date' || type === 'date and time') {
    return [...compared, 'In', 'NotIn', ...answered];
  }
  if (type === 'boolean') {
    return ['IsTrue', 'Equal', 'NotEqual', ...answered];
  }
  if (type.startsWith('list')) {
    return ['Has', 'HasNot', 'HasItems', 'HasNoItems', ...answered];
  }
  if (type === 'string') {
    return name !== undefined && name.options.length > 0
      ? ['Equal', 'NotEqual', 'In', 'NotIn', ...answered]
      : ['Equal', 'NotEqual', 'In', 'NotIn', 'Contains', 'NotContains', 'StartsWith', ...answered];
  }
  return [...compared, 'In', 'NotIn', 'Has', 'HasNot', 'HasItems', 'HasNoItems', 'IsTrue', ...answered];
}

/** How many values an operator takes: none, one, two, or any number. */
export function valuesOf(operator: ConditionOperator): 0 | 1 | 2 | 'many' {
  switch (operator) {
    case 'HasItems':
    case 'HasNoItems':
    case 'IsEmpty':
    case 'IsFilled':
    case 'IsTrue':
      return 0;
    case 'Between':
      return 2;
    case 'In':
    case 'NotIn':
      return 'many';
    default:
      return 1;
  }
}

/** Whether a test says everything that it must say. */
export function isWhole(test: ConditionTest): boolean {
  const wanted = valuesOf(test.operator);
  return (
    test.field !== '' &&
    (wanted === 'many' ? test.values.length > 0 : test.values.length === wanted) &&
    test.values.every((value) => value.kind === 'Text' || value.text.trim() !== '')
  );
}

/** What somebody typed, as a value of the field's type; another field where it begins with an equals sign. */
export function valueOf(text: string, name: ExpressionName | undefined): ConditionValue {
  if (text.startsWith('=')) {
    return { kind: 'Field', text: text.slice(1).trim() };
  }
  switch (name?.type) {
    case 'number':
      return { kind: 'Number', text };
    case 'boolean':
      return { kind: 'Boolean', text };
    case 'date':
    case 'date and time':
      return { kind: /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'Date' : 'Field', text };
    case 'string':
    case 'list<string>':
      return { kind: 'Text', text };
    default:
      return { kind: /^-?\d+(\.\d+)?$/.test(text) ? 'Number' : /^(true|false)$/.test(text) ? 'Boolean' : 'Text', text };
  }
}

/** A value as it is typed. */
export const typedOf = (value: ConditionValue | undefined): string =>
  value === undefined ? '' : value.kind === 'Field' ? `=${value.text}` : value.text;
