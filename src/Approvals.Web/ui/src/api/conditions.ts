import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { components } from './generated';

type Schemas = components['schemas'];
export type ExpressionName = Schemas['ExpressionNameDto'];
export type ExpressionProblem = Schemas['ExpressionProblemDto'];
export type ConditionGroup = Schemas['ConditionGroup'];
export type ConditionItem = Schemas['ConditionItem'];
export type ConditionTest = Schemas['ConditionTest'];
export type ConditionValue = Schemas['ConditionValue'];
export type ConditionOperator = Schemas['ConditionOperator'];

/** Where an expression stands: what it may read depends on it. */
export interface ExpressionScope {
  file: string;
  activity?: string;
}

export const namesQuery = (draft: string, hash: string, { file, activity }: ExpressionScope) =>
  queryOptions({
    queryKey: ['studio', 'names', draft, hash, file, activity ?? ''],
    queryFn: () =>
      answer(
        client.GET('/api/studio/drafts/{id}/names', {
          params: { path: { id: draft }, query: { file, ...(activity !== undefined && { place: activity }) } },
        }),
      ),
    placeholderData: (before: ExpressionName[] | undefined) => before,
  });

export const expressionCheckQuery = (
  draft: string,
  hash: string,
  scope: ExpressionScope,
  expression: string,
  expected: string | undefined,
) =>
  queryOptions({
    queryKey: ['studio', 'feel', draft, hash, scope.file, scope.activity ?? '', expression, expected ?? ''],
    queryFn: () =>
      answer(
        client.POST('/api/studio/feel/check', {
          body: { draft, file: scope.file, place: scope.activity ?? null, expression, expected: expected ?? null },
        }),
      ),
    enabled: expression.trim() !== '',
  });

export const partsQuery = (expression: string) =>
  queryOptions({
    queryKey: ['studio', 'parts', expression],
    queryFn: () => answer(client.POST('/api/studio/feel/parts', { body: { expression } })),
    staleTime: Infinity,
  });

export const writeParts = (groups: ConditionGroup) =>
  answer(client.POST('/api/studio/feel/parts', { body: { groups } }));

export const tryExpression = (
  draft: string,
  scope: ExpressionScope,
  expression: string,
  samples: Record<string, string>,
  number: string,
) =>
  answer(
    client.POST('/api/studio/feel/try', {
      body: {
        draft,
        file: scope.file,
        place: scope.activity ?? null,
        expression,
        samples,
        case: number.trim() === '' ? null : number.trim(),
      },
    }),
  );
