import { describe, expect, it } from 'vitest';
import { isTyping } from '../Shell/keys';
import { inboxAct } from './keys';

describe('inboxAct', () => {
  it('moves down from nowhere to the first row', () => expect(inboxAct('j', -1, 3)).toEqual({ type: 'move', to: 0 }));
  it('stays on the last row', () => expect(inboxAct('j', 2, 3)).toEqual({ type: 'move', to: 2 }));
  it('stays on the first row', () => expect(inboxAct('k', 0, 3)).toEqual({ type: 'move', to: 0 }));
  it('does nothing in an empty list', () => expect(inboxAct('j', -1, 0)).toEqual({ type: 'none' }));
  it('opens the current row', () => expect(inboxAct('Enter', 1, 3)).toEqual({ type: 'open' }));
  it('opens nothing before a row was chosen', () => expect(inboxAct('Enter', -1, 3)).toEqual({ type: 'none' }));
  it('takes the next one, wherever it stands', () => expect(inboxAct('n', -1, 0)).toEqual({ type: 'next' }));
  it('helps always', () => expect(inboxAct('?', -1, 0)).toEqual({ type: 'help' }));
});

describe('isTyping', () => {
  const press = (element: HTMLElement, change: KeyboardEventInit = {}) => {
    document.body.append(element);
    let seen = false;
    element.addEventListener('keydown', (event) => {
      seen = isTyping(event);
    });
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, ...change }));
    element.remove();
    return seen;
  };
  it('leaves keys to a field', () => expect(press(document.createElement('textarea'))).toBe(true));
  it('takes keys of the page', () => expect(press(document.createElement('div'))).toBe(false));
  it('leaves the browser its own', () => expect(press(document.createElement('div'), { ctrlKey: true })).toBe(true));
  it('takes keys of a checkbox', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    expect(press(box)).toBe(false);
  });
});
