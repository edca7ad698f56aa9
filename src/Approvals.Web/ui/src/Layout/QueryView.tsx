import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert';
import { Waiting } from './Waiting';

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Shows what a query gave; an outline while it waits, the problem when it failed. */
export function QueryView<T>({
  query,
  panels,
  children,
}: {
  query: Query<T>;
  panels?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  }
  return <Waiting panels={panels} />;
}
