import { queryOptions } from '@tanstack/react-query';
import { renewAntiforgery } from './antiforgery';
import { answer, client } from './client';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(client.GET('/api/session')),
  staleTime: 60_000,
});

/** A new session needs a new antiforgery token. */
async function started<T>(call: Promise<T>): Promise<T> {
  const result = await call;
  await renewAntiforgery();
  return result;
}

export const signIn = (body: { userName: string; password: string }) =>
  started(answer(client.POST('/api/session', { body })));
export const signInSecond = (code: string) =>
  started(answer(client.POST('/api/session/two-factor', { body: { code } })));
export const signInAs = (userName: string) => started(answer(client.POST('/api/session/demo', { body: { userName } })));
export const signOut = () => started(answer(client.DELETE('/api/session')));
export const confirmPassword = (password: string) =>
  answer(client.POST('/api/session/confirm-password', { body: { password } }));

export const register = (body: { name: string; email: string; userName: string; password: string }) =>
  answer(client.POST('/api/account/register', { body }));
export const confirmAccount = (body: { userId: string; token: string }) =>
  answer(client.POST('/api/account/confirm', { body }));
export const forgotPassword = (email: string) => answer(client.POST('/api/account/forgot', { body: { email } }));
export const resetPassword = (body: { userId: string; token: string; password: string }) =>
  answer(client.POST('/api/account/reset', { body }));

export const changePassword = (body: { current: string; password: string }) =>
  answer(client.POST('/api/account/password', { body }));

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: () => answer(client.GET('/api/account/two-factor')),
  staleTime: Infinity,
});
export const enableTwoFactor = (code: string) => answer(client.POST('/api/account/two-factor', { body: { code } }));

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(client.GET('/api/me')),
});
export const identifyMe = (body: { kind: string; number: string; birthDate: string | null }) =>
  answer(client.POST('/api/me/identity', { body }));
export const revealMe = () => answer(client.POST('/api/me/reveal'));
