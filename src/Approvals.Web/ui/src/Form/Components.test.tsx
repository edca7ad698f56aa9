import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ComponentDto } from '../api/contract';
import { component, state } from '../test/build';
import { render } from '../test/render';
import { Components } from './Components';
import { type FormAccess, FormAccessProvider } from './FormAccess';

function access(change: Partial<FormAccess> = {}): FormAccess {
  return {
    values: {},
    state: state(),
    errors: new Map(),
    change: vi.fn(),
    touch: vi.fn(),
    isOpen: () => true,
    target: null,
    documents: [],
    addDocument: vi.fn(),
    removeDocument: vi.fn(),
    ...change,
  };
}

const show = (components: ComponentDto[], change: Partial<FormAccess> = {}) =>
  render(
    <FormAccessProvider value={access(change)}>
      <Components components={components} />
    </FormAccessProvider>,
  );

describe('Components', () => {
  it('changes a row by its path', async () => {
    const change = vi.fn();
    await show([component('works', { type: 'dynamiclist', label: 'Works', components: [component('name')] })], {
      values: { works: [{ name: 'one' }, { name: 'two' }] },
      change,
    });
    const [, second] = screen.getAllByLabelText(/^NAME/);
    fireEvent.change(second as HTMLElement, { target: { value: 'three' } });
    expect(change).toHaveBeenCalledWith('works[1].name', 'three');
  });

  it('takes a row away', async () => {
    const change = vi.fn();
    await show([component('works', { type: 'dynamiclist', label: 'Works', components: [component('name')] })], {
      values: { works: [{ name: 'one' }, { name: 'two' }] },
      change,
    });
    fireEvent.click(screen.getByRole('button', { name: '删除Works 1' }));
    expect(change).toHaveBeenCalledWith('works', [{ name: 'two' }]);
  });

  it('shows nothing of what the server hides', async () => {
    await show([component('spouse'), component('name')], { state: state({ hidden: ['spouse'] }) });
    expect(screen.queryByLabelText(/SPOUSE/)).toBeNull();
    expect(screen.getByLabelText(/NAME/)).toBeTruthy();
  });

  it('says an error to those who cannot see it', async () => {
    await show([component('until')], { errors: new Map([['until', 'must be later']]) });
    const input = screen.getByLabelText(/UNTIL/);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe('must be later');
  });

  it('shows a closed field as text', async () => {
    await show([component('months', { type: 'number', unit: '个月' })], { values: { months: 5 }, isOpen: () => false });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('5 个月')).toBeTruthy();
  });

  it('keeps a number exact, and what is no number as it was typed', async () => {
    const change = vi.fn();
    await show([component('months', { type: 'number' })], { change });
    const input = screen.getByLabelText(/MONTHS/);
    fireEvent.change(input, { target: { value: '4.5' } });
    fireEvent.change(input, { target: { value: 'four' } });
    expect(change.mock.calls).toEqual([
      ['months', 4.5],
      ['months', 'four'],
    ]);
  });

  it('prefers the choices that depend on the answers', async () => {
    await show([component('mode', { type: 'radio', options: [{ value: 'a', label: 'A' }] })], {
      state: state({ options: { mode: [{ value: 'b', label: 'B' }] } }),
    });
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.getByLabelText('B')).toBeTruthy();
  });
});
