import { describe, expect, it } from 'vitest';
import { foreseen } from './foreseen';

const form = { components: [{ key: 'age', label: { 'zh-CN': '年龄' } }, { key: 'name' }] };
const change = (kind: string, at: string, value?: unknown) => ({ kind, file: 'forms/a.json', at, value });

describe('a file with changes on their way', () => {
  it('has each change on top of the one before', () => {
    const changes = [
      change('value.set', '/components/[key=name]/validate', { required: true }),
      change('value.set', '/components/[key=name]/validate/pattern', '.+'),
      change('value.remove', '/components/0/label'),
    ];
    expect(foreseen(form, changes)).toEqual({
      components: [{ key: 'age' }, { key: 'name', validate: { required: true, pattern: '.+' } }],
    });
    expect(form.components[0]).toHaveProperty('label');
  });

  it('is as it was where the server alone knows the outcome, and where the place is gone', () => {
    expect(foreseen(form, [change('form.move', '/components/0')])).toBe(form);
    expect(foreseen(form, [change('value.set', '/components/[key=gone]/label', 'x')])).toEqual(form);
    expect(foreseen(undefined, [change('value.set', '/a', 1)])).toBeUndefined();
  });

  it('is the text that was written', () => {
    expect(foreseen('old', [{ kind: 'file.write', file: 'letters/a.md', value: 'new' }])).toBe('new');
  });
});
