import type { ConditionOperator, ConditionTest, ConditionValue, ExpressionName } from '../../api/conditions';

const compared: ConditionOperator[] = ['equal', 'notEqual', 'less', 'atMost', 'greater', 'atLeast', 'between'];
const answered: ConditionOperator[] = ['isEmpty', 'isFilled'];

/** What can be asked of a field of a type. */
export function operatorsFor(name: ExpressionName | undefined): ConditionOperator[] {
  const type = name?.type ?? 'any';
  if (type === 'number' || type === 'date' || type === 'date and time') {
    return [...compared, 'in', 'notIn', ...answered];
  }
  if (type === 'boolean') {
    return ['isTrue', 'equal', 'notEqual', ...answered];
  }
  if (type.startsWith('list')) {
    return ['has', 'hasNot', 'hasItems', 'hasNoItems', ...answered];
  }
  if (type === 'string') {
    return name !== undefined && name.options.length > 0
      ? ['equal', 'notEqual', 'in', 'notIn', ...answered]
      : ['equal', 'notEqual', 'in', 'notIn', 'contains', 'notContains', 'startsWith', ...answered];
  }
  return [...compared, 'in', 'notIn', 'has', 'hasNot', 'hasItems', 'hasNoItems', 'isTrue', ...answered];
}

/** How many values an operator takes: none, one, two, or any number. */
export function valuesOf(operator: ConditionOperator): 0 | 1 | 2 | 'many' {
  switch (operator) {
    case 'hasItems':
    case 'hasNoItems':
    case 'isEmpty':
    case 'isFilled':
    case 'isTrue':
      return 0;
    case 'between':
      return 2;
    case 'in':
    case 'notIn':
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
    test.values.every((value) => value.kind === 'text' || value.text.trim() !== '')
  );
}

/** What somebody typed, as a value of the field's type; another field where it begins with an equals sign. */
export function valueOf(text: string, name: ExpressionName | undefined): ConditionValue {
  if (text.startsWith('=')) {
    return { kind: 'field', text: text.slice(1).trim() };
  }
  switch (name?.type) {
    case 'number':
      return { kind: 'number', text };
    case 'boolean':
      return { kind: 'boolean', text };
    case 'date':
    case 'date and time':
      return { kind: /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'date' : 'field', text };
    case 'string':
    case 'list<string>':
      return { kind: 'text', text };
    default:
      return { kind: /^-?\d+(\.\d+)?$/.test(text) ? 'number' : /^(true|false)$/.test(text) ? 'boolean' : 'text', text };
  }
}

/** A value as it is typed. */
export const typedOf = (value: ConditionValue | undefined): string =>
  value === undefined ? '' : value.kind === 'field' ? `=${value.text}` : value.text;
