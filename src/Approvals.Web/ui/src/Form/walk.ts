import type { ComponentDto, FormDto, FormError, FormStateDto } from '../api/contract';
import { isWithin, joinPath } from './paths';

/** Whether the server hides a path, or something above it. */
export function isHidden(state: FormStateDto, path: string): boolean {
  return state.hidden.some((hidden) => isWithin(path, hidden));
}

/** The fields of a list of components, groups opened: a group adds nothing to the path. */
export function fieldsOf(components: ComponentDto[], prefix = ''): { path: string; component: ComponentDto }[] {
  return components.flatMap((component) =>
    component.type === 'group'
      ? fieldsOf(component.components ?? [], prefix)
      : [{ path: joinPath(prefix, component.key), component }],
  );
}

/** The key of the section in which a path stands. */
export function sectionOf(form: FormDto, path: string): string | undefined {
  return form.sections.find((section) => fieldsOf(section.components).some((field) => isWithin(path, field.path)))?.key;
}

/** Errors in the order of the page, one for each field, with the label of the field they belong to. */
export function errorsInOrder(form: FormDto, errors: FormError[]): { path: string; label: string; message: string }[] {
  const fields = form.sections.flatMap((section) => fieldsOf(section.components));
  const place = (path: string) => {
    const found = fields.findIndex((field) => isWithin(path, field.path));
    return found < 0 ? fields.length : found;
  };
  const seen = new Set<string>();
  return errors
    .map((error) => ({ error, at: place(error.path) }))
    .sort((one, other) => one.at - other.at || one.error.path.localeCompare(other.error.path, 'en', { numeric: true }))
    .filter(({ error }) => !seen.has(error.path) && seen.add(error.path))
    .map(({ error, at }) => ({
      path: error.path,
      message: error.message,
      label: labelOf(fields[at]?.component, error.path),
    }));
}

function labelOf(component: ComponentDto | undefined, path: string): string {
  if (component === undefined) {
    return '';
  }
  const row = /^[^[]*\[(\d+)\](?:\.(.+))?$/.exec(path);
  if (row === null || component.components == null) {
    return component.label;
  }
  const inner = fieldsOf(component.components).find((field) => isWithin(row[2] ?? '', field.path));
  return [`${component.label} ${Number(row[1]) + 1}`, inner?.component.label].filter(Boolean).join(' · ');
}
