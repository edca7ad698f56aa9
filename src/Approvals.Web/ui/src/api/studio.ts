import { queryOptions } from '@tanstack/react-query';
import type { components } from './generated';
import { answer, client } from './client';

type Schemas = components['schemas'];
export type StudioDraft = Schemas['StudioDraftDto'];
export type DraftProblem = Schemas['DraftProblemDto'];
export type SharedSettings = Schemas['SharedSettingsDto'];
export type DraftEdited = Schemas['DraftEditedDto'];
export type DraftEdit = Schemas['DraftEditDto'];
export type DraftEditor = Schemas['DraftEditorDto'];
export type Difference = Schemas['DifferenceDto'];
export type Variant = Schemas['VariantDto'];
export type SetAside = Schemas['SetAsideDto'];

/** A change of a draft's files; what `at` means is the kind's. */
export interface Command {
  kind: string;
  file: string;
  at?: string;
  to?: string;
  index?: number;
  value?: unknown;
}

const at = (id: string) => ({ params: { path: { id } } });
const path = (file: string) => file.split('/').map(encodeURIComponent).join('/');

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'draft', id],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}', at(id))),
    staleTime: 0,
  });
/** A file's content: the document of JSON, the text of anything else. */
export interface DraftText {
  path: string;
  hash: string;
  content: unknown;
}
/** A file as it is; asked for anew when the draft says that its hash is another. */
export const draftFileQuery = (id: string, file: string) =>
  queryOptions({
    queryKey: ['studio', 'file', id, file],
    queryFn: () => readText(id, file),
    staleTime: Infinity,
  });
export const draftProblemsQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ['studio', 'problems', id, hash],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/problems', at(id))),
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
export const historyQuery = (id: string, revision: number, before: number | undefined) =>
  queryOptions({
    queryKey: ['studio', 'history', id, revision, before ?? 0],
    queryFn: () =>
      answer(client.GET('/api/studio/drafts/{id}/history', { params: { path: { id }, query: { before } } })),
  });
export const comparisonQuery = (from: string, to: string, hash: string) =>
  queryOptions({
    queryKey: ['studio', 'compare', from, to, hash],
    queryFn: () => answer(client.GET('/api/studio/compare', { params: { query: { from, to } } })),
    placeholderData: (before) => before,
  });

export const editDraft = (id: string, base: number, key: string, commands: Command[]) =>
  answer(client.POST('/api/studio/drafts/{id}/edits', { ...at(id), body: { base, key, commands: wire(commands) } }));
export const undoEdit = (id: string, base: number) =>
  answer(client.POST('/api/studio/drafts/{id}/undo', { ...at(id), body: { base } }));
export const redoEdit = (id: string, base: number) =>
  answer(client.POST('/api/studio/drafts/{id}/redo', { ...at(id), body: { base } }));
export const restoreDraft = (id: string, base: number, to: { revision?: number; version?: string }) =>
  answer(client.POST('/api/studio/drafts/{id}/restore', { ...at(id), body: { base, ...to } }));
export const forkDraft = (id: string, revision?: number, commands: Command[] = []) =>
  answer(client.POST('/api/studio/drafts/{id}/fork', { ...at(id), body: { revision, commands: wire(commands) } }));
export const bePresent = (id: string, place: string) =>
  answer(client.POST('/api/studio/drafts/{id}/presence', { ...at(id), body: { place } }));
/** A service to begin: the smallest, a copy of a version, or a variant of one for a region. */
export interface NewService {
  code: string;
  nameZh: string;
  nameEn: string;
  copyOf?: string;
  variantOf?: string;
  region?: string;
}
export const createService = (body: NewService) => answer(client.POST('/api/studio/services', { body }));
export const rebaseVariant = (id: string, base: number) =>
  answer(client.POST('/api/studio/drafts/{id}/rebase', { ...at(id), body: { base } }));

/** A command as the contract has it; its value may be whatever JSON holds. */
const wire = (commands: Command[]) => commands as Schemas['CommandRequest'][];

/** The address is whole already: a path's slashes are not to be escaped. */
async function readText(id: string, file: string): Promise<DraftText> {
  const url = `/api/studio/drafts/${id}/files/${path(file)}` as '/api/studio/drafts/{id}/files/{path}';
  const { data, response } = await client.GET(url, { params: { path: { id, path: file } }, parseAs: 'text' });
  const hash = (response.headers.get('ETag') ?? '').replace(/^W\//, '').replaceAll('"', '');
  return { path: file, hash, content: parse(file, data ?? '') };
}

/** What is no JSON though its name says so is given as text: a draft may be broken. */
function parse(file: string, text: string): unknown {
  if (!file.endsWith('.json')) {
    return text;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return text;
  }
}

/** What is in force of the settings that all services share. */
export const sharedSettingsQuery = queryOptions({
  queryKey: ['studio', 'settings'],
  queryFn: () => answer(client.GET('/api/studio/settings')),
});
