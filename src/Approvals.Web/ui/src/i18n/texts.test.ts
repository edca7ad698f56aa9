import { describe, expect, it } from 'vitest';
import en from './en';
import zh from './zh-CN';

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...flat(value, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, String(value)] as const],
    ),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('texts', () => {
  const chinese = flat(zh);
  const english = flat(en);

  it('exist in both languages', () => expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort()));

  it('are never empty', () => expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]));

  it('take the same values', () => {
    const different = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});
