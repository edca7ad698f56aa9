import { describe, expect, it } from 'vitest';
import { change, elementAddress, find, pointer, put } from './address';

const root = {
  limits: { promised: { length: 20 } },
  documents: [{ type: 'identity' }, { type: 'a/b', name: 'x' }],
};

describe('addresses of a draft', () => {
  it('finds by property, by number and by what tells an element apart', () => {
    expect(find(root, '/limits/promised/length')).toBe(20);
    expect(find(root, '/documents/1/name')).toBe('x');
    expect(find(root, '/documents/[type=a~1b]/name')).toBe('x');
    expect(find(root, '/documents/[type=none]/name')).toBeUndefined();
  });
  it('names an element by its identity, or by its number where that is not plain', () => {
    expect(elementAddress(root.documents, '/documents', 1, 'type')).toBe('/documents/[type=a~1b]');
    expect(elementAddress([{ type: '' }], '/documents', 0, 'type')).toBe('/documents/0');
  });
  it('tells the place as problems do', () => {
    expect(pointer(root, '/documents/[type=a~1b]/name')).toBe('/documents/1/name');
  });
  it('writes what is missing on the way', () => {
    expect(put('service.json', root, '/limits/promised/length', 15)).toEqual({
      kind: 'value.set',
      file: 'service.json',
      at: '/limits/promised/length',
      value: 15,
    });
    expect(put('service.json', root, '/clock/yellow/share', 0.5)).toMatchObject({
      at: '/clock',
      value: { yellow: { share: 0.5 } },
    });
  });
  it('removes what became empty and leaves what is the same', () => {
    expect(change('f', root, '/limits/promised/length', undefined)[0]?.kind).toBe('value.remove');
    expect(change('f', root, '/limits/promised/length', 20)).toEqual([]);
    expect(change('f', root, '/nothing', undefined)).toEqual([]);
  });
});
