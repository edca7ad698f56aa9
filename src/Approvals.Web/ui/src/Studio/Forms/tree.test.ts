import { describe, expect, it } from 'vitest';
import { copied, flat, freshComponent, keysOf, moveTo, type Part, partsOf, step } from './tree';

const components = [
  { type: 'textfield', key: 'name' },
  { type: 'group', label: 'g', components: [{ type: 'number', key: 'age' }] },
  { type: 'dynamiclist', path: 'works', components: [] },
];
const parts = partsOf(components);
function at(address: string): Part {
  const part = flat(parts).find((one) => one.address === address);
  if (part === undefined) {
    throw new Error('There is no such part.');
  }
  return part;
}

describe('the tree of a form', () => {
  it('has addresses by key, by path, and by number where there is neither', () => {
    expect(flat(parts).map((part) => part.address)).toEqual([
      '/components/[key=name]',
      '/components/1',
      '/components/1/components/[key=age]',
      '/components/[path=works]',
    ]);
  });
  it('moves by gaps, counted without the part itself', () => {
    expect(moveTo('f', at('/components/[key=name]'), '/components', 3)[0]).toMatchObject({ index: 2 });
    expect(moveTo('f', at('/components/[key=name]'), '/components', 1)).toEqual([]);
    expect(moveTo('f', at('/components/1'), '/components/1/components', 0)).toEqual([]);
  });
  it('moves by steps', () => {
    expect(step('f', parts, at('/components/[key=name]'), 'down')[0]).toMatchObject({ index: 1 });
    expect(step('f', parts, at('/components/[path=works]'), 'into')[0]).toMatchObject({
      to: '/components/1/components',
      index: 1,
    });
    expect(step('f', parts, at('/components/1/components/[key=age]'), 'out')[0]).toMatchObject({
      to: '/components',
      index: 2,
    });
    expect(step('f', parts, at('/components/[key=name]'), 'up')).toEqual([]);
  });
  it('makes and copies components under keys of their own', () => {
    const taken = keysOf(parts);
    expect(freshComponent('textfield', { zh: '文字', en: 'Text' }, taken).key).toBe('textfield1');
    expect(copied(at('/components/1').component, taken).components).toMatchObject([{ key: 'age1' }]);
  });
});
