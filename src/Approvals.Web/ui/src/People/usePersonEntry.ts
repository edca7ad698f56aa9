import { useState } from 'react';
import type { AccountDto } from '../api/contract';
import { Problem } from '../api/problem';

/** Name and mail address as they are being changed, and what the server says about each. */
export function usePersonEntry(person: AccountDto) {
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const [error, setError] = useState<Error | null>(null);
  const errorOf = (field: string) =>
    error instanceof Problem ? error.errors.find((one) => one.path === field)?.message : undefined;
  return { name, setName, email, setEmail, errorOf, setError };
}
