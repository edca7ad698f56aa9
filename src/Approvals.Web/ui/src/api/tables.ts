import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';
import type { components } from './generated';

type Schemas = components['schemas'];
export type DecisionFile = Schemas['DecisionFileDto'];
export type DecisionElement = Schemas['DecisionElementDto'];
export type DecisionTable = Schemas['DecisionTableDto'];
export type TableColumn = Schemas['TableColumnDto'];
export type TableRule = Schemas['TableRuleDto'];
export type TableFinding = Schemas['TableFindingDto'];
export type TableTrial = Schemas['TableTrialDto'];
export type TableDifference = Schemas['TableDifferenceDto'];
export type ReadTable = Schemas['ReadTableDto'];

const searching = 700;
const at = (id: string, file: string, decision: string) => ({ params: { path: { id, file, decision } } });

export const decisionsQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ['studio', 'decisions', id, hash],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/decisions', { params: { path: { id } } })),
    placeholderData: (before: DecisionFile[] | undefined) => before,
  });
export const tableQuery = (id: string, hash: string, file: string, decision: string) =>
  queryOptions({
    queryKey: ['studio', 'table', id, file, decision, hash],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/decisions/{file}/{decision}', at(id, file, decision))),
    placeholderData: (before: DecisionTable | undefined) =>
      before?.file === file && before.decision === decision ? before : undefined,
  });
/** Asked again until the search is done; leaving the page stops nothing. */
export const analysisQuery = (id: string, hash: string, file: string, decision: string) =>
  queryOptions({
    queryKey: ['studio', 'analysis', id, file, decision, hash],
    queryFn: () =>
      answer(client.GET('/api/studio/drafts/{id}/decisions/{file}/{decision}/analysis', at(id, file, decision))),
    refetchInterval: ({ state }) => (state.data?.done === false ? searching : false),
  });
export const tableDifferenceQuery = (id: string, hash: string, file: string, decision: string) =>
  queryOptions({
    queryKey: ['studio', 'tableDifference', id, file, decision, hash],
    queryFn: () =>
      answer(client.GET('/api/studio/drafts/{id}/decisions/{file}/{decision}/difference', at(id, file, decision))),
    placeholderData: (before: TableDifference | undefined) => before,
  });
export const trialQuery = (
  id: string,
  hash: string,
  file: string,
  decision: string,
  inputs: string[],
  number: string | null,
) =>
  queryOptions({
    queryKey: ['studio', 'trial', id, file, decision, hash, inputs, number],
    queryFn: () =>
      answer(
        client.POST('/api/studio/drafts/{id}/decisions/{file}/{decision}/trial', {
          ...at(id, file, decision),
          body: { inputs, case: number },
        }),
      ),
    placeholderData: (before: TableTrial | undefined) => before,
    retry: false,
  });

/** What a spreadsheet would make of a table; nothing is written. */
export const readSheet = (id: string, file: string, decision: string, sheet: File) =>
  answer(
    client.POST('/api/studio/drafts/{id}/decisions/{file}/{decision}/sheet', {
      ...at(id, file, decision),
      ...fileBody(sheet),
    }),
  );
export const sheetAddress = (id: string, file: string, decision: string) =>
  `/api/studio/drafts/${id}/decisions/${encodeURIComponent(file)}/${encodeURIComponent(decision)}/sheet`;
export const dmnAddress = (id: string, file: string) =>
  `/api/studio/drafts/${id}/files/decisions/${encodeURIComponent(file)}`;
