import createClient from 'openapi-fetch';
import { language } from '../i18n/language';
import { antiforgery, renewAntiforgery } from './antiforgery';
import type { paths } from './generated';
import { Problem, problemOf } from './problem';

/** The typed client: every address and shape is the server's own, every refusal is thrown as a Problem. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: guarded,
});

async function guarded(request: Request): Promise<Response> {
  const second = request.method === 'GET' ? undefined : request.clone();
  const response = await attempt(request);
  if (response.ok) {
    return response;
  }
  const problem = await problemOf(response);
  if (second !== undefined && problem.code.includes('antiforgery')) {
    await renewAntiforgery();
    const again = await attempt(second);
    if (again.ok) {
      return again;
    }
  }
  throw problem;
}

async function attempt(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language());
  if (request.method !== 'GET') {
    request.headers.set('X-XSRF-TOKEN', await antiforgery());
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, {});
  }
}

/** The body of an answer; there is one, since a refusal was thrown. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
