import type { ComponentDto, FieldChangeDto, FormValues, SectionDto } from '../api/contract';
import { answerRows } from '../Form/Answers';
import { listOf } from '../Form/fields';
import { isWithin, rowPath } from '../Form/paths';

export interface AnswerLine {
  path: string;
  label: string;
  component: ComponentDto;
  value: unknown;
  changes: FieldChangeDto[];
}

/** The answers of a section line by line; each row of a list is a line, so that a change marks only that row. */
export function answerLines(section: SectionDto, values: FormValues, changes: FieldChangeDto[]): AnswerLine[] {
  const within = (root: string) => changes.filter((change) => isWithin(change.path, root));
  const lines = answerRows(section.components, values).flatMap(({ path, component, value }): AnswerLine[] => {
    if (component.type !== 'dynamiclist' || !Array.isArray(value)) {
      return [{ path, label: component.label, component, value, changes: within(path) }];
    }
    return listOf(value).map((row, index) => ({
      path: rowPath(path, index),
      label: `${component.label} ${index + 1}`,
      component,
      value: [row],
      changes: within(rowPath(path, index)),
    }));
  });
  return [...lines, ...removed(section, lines, changes)];
}

/** What was answered before and is not any more still shows as a change. */
function removed(section: SectionDto, lines: AnswerLine[], changes: FieldChangeDto[]): AnswerLine[] {
  const known = (path: string) => lines.some((line) => isWithin(path, line.path));
  const keys = flatKeys(section.components);
  return changes
    .filter((change) => !known(change.path) && keys.some((key) => isWithin(change.path, key.key)))
    .map((change) => ({
      path: change.path,
      label: change.label,
      component: { ...(keys.find((key) => isWithin(change.path, key.key)) as ComponentDto), type: 'textfield' },
      value: change.new ?? '',
      changes: [change],
    }));
}

function flatKeys(components: ComponentDto[]): ComponentDto[] {
  return components.flatMap((component) =>
    component.type === 'group' ? flatKeys(component.components ?? []) : [component],
  );
}
