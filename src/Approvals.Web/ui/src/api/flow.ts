import { queryOptions } from '@tanstack/react-query';
import type { components } from './generated';
import { answer, client } from './client';

type Schemas = components['schemas'];
export type Flow = Schemas['DraftFlowDto'];
export type FlowStep = Schemas['FlowStepDto'];
export type FlowWay = Schemas['FlowWayDto'];
export type BlockKind = Schemas['BlockKindDto'];
export type BlockSetting = Schemas['BlockSettingDto'];
export type Staffing = Schemas['FlowStaffingDto'];

/** Every kind of block with its settings; it changes only with the product. */
export const blockKindsQuery = (language: string) =>
  queryOptions({
    queryKey: ['studio', 'blocks', language],
    queryFn: () => answer(client.GET('/api/studio/catalogue/blocks')),
    staleTime: Infinity,
  });
/** A flow as it is; while a new content is on its way the one before is given. */
export const flowQuery = (id: string, file: string, hash: string, language: string) =>
  queryOptions({
    queryKey: ['studio', 'flow', id, file, hash, language],
    queryFn: () => answer(client.GET('/api/studio/drafts/{id}/flow', { params: { path: { id }, query: { file } } })),
    placeholderData: (before) => before,
    staleTime: Infinity,
    retry: false,
  });
export const staffingQuery = (id: string, file: string, activity: string, hash: string) =>
  queryOptions({
    queryKey: ['studio', 'staffing', id, file, activity, hash],
    queryFn: () =>
      answer(
        client.GET('/api/studio/drafts/{id}/flow/staffing', { params: { path: { id }, query: { file, activity } } }),
      ),
    placeholderData: (before) => before,
    retry: false,
  });
