import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { components } from './generated';

type Schemas = components['schemas'];
export type SettingDto = Schemas['SettingDto'];
export type SettingKind = Schemas['SettingKind'];
export type SettingSectionDto = Schemas['SettingSectionDto'];
export type ServiceCatalogueDto = Schemas['ServiceCatalogueDto'];
export type FormCatalogueDto = Schemas['FormCatalogueDto'];
export type ComponentKindDto = Schemas['ComponentKindDto'];
export type TriedFormDto = Schemas['TriedFormDto'];
export type LetterNameDto = Schemas['LetterNameDto'];
export type CitedClauseDto = Schemas['CitedClauseDto'];
export type ClauseUseDto = Schemas['ClauseUseDto'];
export type ChangedClauseDto = Schemas['ChangedClauseDto'];
export type FormLanguage = 'zh-CN' | 'en';

export const serviceCatalogueQuery = queryOptions({
  queryKey: ['studio', 'catalogue', 'service'],
  queryFn: () => answer(client.GET('/api/studio/catalogue/service')),
  staleTime: Infinity,
});
export const formCatalogueQuery = queryOptions({
  queryKey: ['studio', 'catalogue', 'forms'],
  queryFn: () => answer(client.GET('/api/studio/catalogue/forms')),
  staleTime: Infinity,
});
export const evaluateForm = (id: string, form: string, values: Record<string, unknown>, language?: FormLanguage) =>
  answer(
    client.POST('/api/studio/drafts/{id}/forms/{form}/evaluate', {
      params: { path: { id, form } },
      body: { values, language: language ?? null },
    }),
  );
/** The form with nothing filled in, as it stands at a revision of the draft. */
export const emptyFormQuery = (id: string, form: string, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'form', form, revision],
    queryFn: () => evaluateForm(id, form, {}),
    retry: false,
    placeholderData: (before) => before,
  });
export const preparedQuery = (id: string, form: string, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'prepared', form, revision],
    queryFn: () =>
      answer(client.GET('/api/studio/drafts/{id}/forms/{form}/prepared', { params: { path: { id, form } } })),
    retry: false,
  });
export const letterNamesQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'letterNames', revision],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/letters/names', { params: { path: { id } } })),
    placeholderData: (before) => before,
  });
export const letterPreviewQuery = (
  id: string,
  letter: string,
  language: FormLanguage,
  caseNumber: string,
  revision: number,
) =>
  queryOptions({
    queryKey: ['studio', id, 'letter', letter, language, caseNumber, revision],
    queryFn: () =>
      answer(
        client.GET('/api/studio/drafts/{id}/letters/{letter}/preview', {
          params: { path: { id, letter }, query: { language, caseNumber: caseNumber || undefined } },
        }),
      ),
    retry: false,
    placeholderData: (before) => before,
  });
export const guidePreviewQuery = (id: string, language: FormLanguage, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'guide', language, revision],
    queryFn: () =>
      answer(client.GET('/api/studio/drafts/{id}/guide', { params: { path: { id }, query: { language } } })),
    retry: false,
    placeholderData: (before) => before,
  });
export const clausesQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'clauses', revision],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/clauses', { params: { path: { id } } })),
  });

/** The clauses that the version changes against the one in force, or the one before. */
export const clauseChangesQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['studio', id, 'clauses', 'changes', revision],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/clauses/changes', { params: { path: { id } } })),
  });
