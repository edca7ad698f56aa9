import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { FigureMeasure } from './contract';

export interface FigureFilters {
  from?: string;
  to?: string;
  region?: string;
  service?: string;
}

export interface FigureCaseFilters extends FigureFilters {
  measure?: FigureMeasure;
  activity?: string;
}

export const dashboardQuery = (filter: FigureFilters) =>
  queryOptions({
    queryKey: ['figures', filter],
    queryFn: () => answer(client.GET('/api/figures', { params: { query: filter } })),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

export const figureCasesQuery = (filter: FigureCaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['figures', 'cases', filter],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/figures/cases', { params: { query: { ...filter, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
