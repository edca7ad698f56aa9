import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormValues, SavedDto } from '../api/contract';
import { Problem } from '../api/problem';
import { state } from '../test/build';
import { AutoSave } from './AutoSave';

/** A server that merges what it is sent, as the real one does. */
function server(start: FormValues) {
  const requests: FormValues[] = [];
  let values = start;
  const save = (sent: FormValues, etag: string): Promise<SavedDto> => {
    requests.push(sent);
    values = { ...values, ...sent };
    return Promise.resolve({ state: state({ values }), etag: `${etag}+`, savedAt: '2026-11-20T02:42:00Z' });
  };
  return { save, requests };
}

const start = (values: FormValues) => ({ state: state({ values }), etag: '1', savedAt: null });

describe('AutoSave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends only what changed, once typing pauses', async () => {
    const { save, requests } = server({ name: 'a', age: 3 });
    const draft = new AutoSave(start({ name: 'a', age: 3 }), save);
    draft.change('name', 'b');
    draft.change('name', 'bc');
    await vi.advanceTimersByTimeAsync(700);
    expect(requests).toEqual([{ name: 'bc' }]);
    expect(draft.snapshot()).toMatchObject({ status: 'saved', etag: '1+', values: { name: 'bc', age: 3 } });
  });

  it('sends a whole list when a row changed', async () => {
    const { save, requests } = server({});
    const draft = new AutoSave(start({ rows: [{ a: 1 }, { a: 2 }] }), save);
    draft.change('rows[1].a', 5);
    await draft.flush();
    expect(requests).toEqual([{ rows: [{ a: 1 }, { a: 5 }] }]);
  });

  it('keeps what was typed while a request was under way', async () => {
    const { save, requests } = server({});
    const draft = new AutoSave(start({}), save);
    draft.change('name', 'a');
    const saving = draft.flush();
    draft.change('name', 'ab');
    await saving;
    expect(requests).toEqual([{ name: 'a' }, { name: 'ab' }]);
    expect(draft.snapshot().values).toEqual({ name: 'ab' });
  });

  it('keeps the answers and tries again when the network fails', async () => {
    const { save, requests } = server({});
    let fail = true;
    const draft = new AutoSave(start({}), (values, etag) =>
      fail ? Promise.reject(new Problem(0, {})) : save(values, etag),
    );
    draft.change('name', 'a');
    expect(await draft.flush()).toBe(false);
    expect(draft.snapshot()).toMatchObject({ status: 'failed', values: { name: 'a' } });
    fail = false;
    await vi.advanceTimersByTimeAsync(9_000);
    expect(requests).toEqual([{ name: 'a' }]);
    expect(draft.snapshot().status).toBe('saved');
  });

  it('stops when another device saved first', async () => {
    const draft = new AutoSave(start({}), () => Promise.reject(new Problem(409, { code: 'draft.stale' })));
    draft.change('name', 'a');
    expect(await draft.flush()).toBe(false);
    expect(draft.snapshot().status).toBe('stale');
  });
});
