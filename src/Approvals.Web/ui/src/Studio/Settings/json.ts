/** JSON as files of a draft hold it. */
export type Json = string | number | boolean | null | Json[] | JsonMap;
export interface JsonMap {
  [key: string]: Json | undefined;
}

/** A change of a draft's file, as the server takes it. */
export interface Command {
  kind: string;
  file: string;
  at?: string;
  to?: string;
  index?: number;
  value?: unknown;
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function mapOf(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}

export function listIn(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function textIn(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** A text in one language; a plain string stands for both. */
export function localIn(value: Json | undefined, language: string): string {
  return isMap(value) ? textIn(value[language.startsWith('en') ? 'en' : 'zh-CN']) : textIn(value);
}

export const local = (zh: string, en: string): JsonMap => ({ 'zh-CN': zh, en });
