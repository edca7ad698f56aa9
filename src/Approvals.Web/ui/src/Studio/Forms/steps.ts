import { elementAddress, inside } from '../Settings/address';
import { stepName } from '../Settings/choices';
import { isMap, type Json, type JsonMap, listIn, mapOf, textIn } from '../Settings/json';

/** A step of the flow that shows a form. */
export interface FormStep {
  id: string;
  type: string;
  name: string;
  address: string;
  form: string;
  /** Whether the step says field by field what may be done. */
  hasRights: boolean;
  activity: JsonMap;
}

/** The flows of a package: its own first, then those it uses as activities. */
export const flowFiles = (paths: readonly string[]): string[] => [
  ...paths.filter((path) => path === 'workflow.json'),
  ...paths.filter((path) => path.startsWith('flows/') && path.endsWith('.json')),
];

export type Access = 'editable' | 'readOnly' | 'hidden';

/** The literal of an input, bare or as an expression. */
export function literal(input: Json | undefined): Json | undefined {
  return isMap(input) ? mapOf(input.expression).value : input;
}

/** Every step of a flow that shows a form, with its address in the file. */
export function formSteps(root: Json | undefined, language: string, address = ''): FormStep[] {
  if (Array.isArray(root)) {
    return root.flatMap((item, index) => formSteps(item, language, elementAddress(root, address, index, 'id')));
  }
  if (!isMap(root)) {
    return [];
  }
  const form = textIn(literal(root.form));
  const type = textIn(root.type).replace('Approvals.', '');
  const own =
    type !== '' && form !== ''
      ? [
          {
            id: textIn(root.id),
            type,
            name: stepName(root, language),
            address,
            form,
            hasRights: type === 'Review' || type === 'Fill',
            activity: root,
          },
        ]
      : [];
  const parts = Object.entries(root).filter(
    ([key]) => key !== 'connections' && key !== 'metadata' && key !== 'customProperties',
  );
  return [...own, ...parts.flatMap(([key, value]) => formSteps(value, language, inside(address, key)))];
}

const covers = (paths: Json | undefined, field: string) =>
  listIn(paths)
    .map(textIn)
    .some((path) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`));

/** What a step lets people do with a field. */
export function accessTo(step: FormStep, field: string): Access {
  const fields = literal(step.activity.fields);
  if (Array.isArray(fields)) {
    return covers(fields, field) ? 'editable' : 'readOnly';
  }
  const rights = mapOf(fields);
  if (covers(rights.hidden, field)) {
    return 'hidden';
  }
  const isClosed =
    covers(rights.readOnly, field) || (Array.isArray(rights.editable) && !covers(rights.editable, field));
  return isClosed ? 'readOnly' : 'editable';
}

/** The input that gives a field another access and leaves all others as they are; undefined where nothing is left to say. */
export function withAccess(step: FormStep, field: string, access: Access, all: readonly string[]): Json | undefined {
  const without = (list: Json | undefined) => listIn(list).filter((path) => path !== field);
  const fields = literal(step.activity.fields);
  if (step.type === 'Fill') {
    const open = Array.isArray(fields) ? fields : [...all];
    const next = access === 'editable' ? [...without(open), field] : without(open);
    return next.length === all.length ? undefined : input(next);
  }
  const rights = mapOf(fields);
  const next: JsonMap = { ...rights };
  for (const key of ['hidden', 'readOnly'] as const) {
    const list = without(rights[key]);
    next[key] = access === key ? [...list, field] : list;
  }
  if (Array.isArray(rights.editable)) {
    next.editable = access === 'editable' ? [...without(rights.editable), field] : without(rights.editable);
  }
  const says = Object.entries(next).filter(([key, value]) => key === 'editable' || listIn(value).length > 0);
  return says.length === 0 ? undefined : input(Object.fromEntries(says));
}

const input = (value: Json): JsonMap => ({ typeName: 'Object', expression: { type: 'Object', value } });
