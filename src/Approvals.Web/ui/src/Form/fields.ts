import type { ComponentDto, FormStateDto, OptionDto } from '../api/contract';

export interface FieldProps {
  component: ComponentDto;
  path: string;
}

export function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((entry) => typeof entry === 'string');
}

/** The choices of a field: those that depend on the answers come before those of the form. */
export function optionsOf(component: ComponentDto, path: string, state: FormStateDto): OptionDto[] {
  return state.options[path] ?? component.options ?? [];
}

/** A number as it is typed: what is no number (yet) stays text, so that the server can say what is wrong with it. */
export function numberOf(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '') {
    return null;
  }
  const exact = /^-?\d{1,15}(\.\d{1,6})?$/.test(trimmed);
  return exact ? Number(trimmed) : trimmed;
}
