import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, client } from './client';
import { Problem } from './problem';

type Handler = (request: Request) => Response | Promise<Response>;

/** A fake server behind fetch: it records what it was asked. */
function serve(handler: Handler): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, window.location.origin), init);
    seen.push(request);
    return Promise.resolve(handler(request));
  });
  return seen;
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const pathOf = (request: Request) => new URL(request.url).pathname;

async function failure(call: Promise<unknown>): Promise<Problem> {
  const caught: unknown = await call.catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(Problem);
  return caught as Problem;
}

describe('client', () => {
  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=known';
  });
  afterEach(() => vi.unstubAllGlobals());

  it('asks in the language of the page', async () => {
    const seen = serve(() => json(200, []));
    await answer(client.GET('/api/services'));
    expect(seen[0]?.headers.get('Accept-Language')).toBe('zh-CN');
    expect(seen[0]?.headers.has('X-XSRF-TOKEN')).toBe(false);
  });

  it('sends the antiforgery token with every change', async () => {
    const seen = serve(() => json(200, { id: '1' }));
    await answer(client.POST('/api/phrases', { body: { text: 'x' } }));
    expect(seen[0]?.headers.get('X-XSRF-TOKEN')).toBe('known');
  });

  it('renews a token that the server refuses, and sends the change again', async () => {
    let posts = 0;
    const seen = serve((request) => {
      if (pathOf(request) === '/api/antiforgery') {
        document.cookie = 'XSRF-TOKEN=new';
        return new Response(null, { status: 204 });
      }
      posts += 1;
      return posts === 1 ? json(400, { code: 'request.antiforgery' }) : json(200, { id: '1' });
    });
    await answer(client.POST('/api/phrases', { body: { text: 'x' } }));
    expect(seen.map(pathOf)).toEqual(['/api/phrases', '/api/antiforgery', '/api/phrases']);
    expect(seen[2]?.headers.get('X-XSRF-TOKEN')).toBe('new');
  });

  it('throws what the server says', async () => {
    serve(() =>
      json(409, {
        title: 'Conflict',
        detail: 'Li Hui was faster',
        code: 'task.taken',
        reference: 'R-7',
        data: { actor: 'Li' },
      }),
    );
    const problem = await failure(answer(client.GET('/api/home')));
    expect(problem).toMatchObject({ message: 'Li Hui was faster', code: 'task.taken', reference: 'R-7', stale: true });
    expect(problem.data.actor).toBe('Li');
  });

  it('throws even where the answer is no JSON', async () => {
    serve(() => new Response('<html>', { status: 502 }));
    expect(await failure(answer(client.GET('/api/home')))).toMatchObject({ status: 502, passing: true });
  });

  it('tells a broken network from a refusal', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(answer(client.GET('/api/home')))).toMatchObject({ code: 'network', passing: true });
  });
});
