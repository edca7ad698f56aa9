import { queryOptions } from '@tanstack/react-query';
import type { components } from './generated';
import { answer, client } from './client';

type Schemas = components['schemas'];
export type RehearsalDto = Schemas['RehearsalDto'];
export type RehearsedTaskDto = Schemas['RehearsedTaskDto'];

/** A person of a scenario. */
export interface ScenarioPerson {
  role: string | string[];
  name?: string;
  region?: string;
  organisationKind?: string;
  organisation?: string;
  employer?: string;
  [more: string]: unknown;
}

/** Something that happens: a person acts, or the clock moves. */
export interface ScenarioAct {
  at?: string;
  by?: string;
  activity?: string;
  act?: string;
  form?: Record<string, unknown>;
  opinion?: string;
  reason?: string;
  to?: string;
  documents?: string[];
  fields?: string[];
  ballots?: Record<string, string>;
  advance?: { workingDays?: number; days?: number; hours?: number; to?: string };
  [more: string]: unknown;
}

/** A scenario as its file holds it. */
export interface Scenario {
  name: string | { 'zh-CN': string; en: string };
  start: string;
  people: Record<string, ScenarioPerson>;
  facts?: Record<string, unknown>;
  acts: ScenarioAct[];
  expect: Record<string, unknown>;
  [more: string]: unknown;
}

/** What a scenario has come to; the same acts on the same files give the same answer. */
export const rehearsalQuery = (draft: string, hash: string, scenario: Scenario) =>
  queryOptions({
    queryKey: ['studio', draft, 'rehearsal', hash, scenario],
    queryFn: () =>
      answer(
        client.POST('/api/studio/drafts/{id}/rehearsals', {
          params: { path: { id: draft } },
          body: { scenario: scenario as unknown as Record<string, never> },
        }),
      ),
    placeholderData: (before) => before,
    staleTime: Infinity,
    retry: false,
  });
