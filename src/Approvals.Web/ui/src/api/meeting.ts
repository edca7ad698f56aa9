import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

export interface MeetingFilters {
  service?: string;
  activity?: string;
  dueBy?: string;
  cases?: string[];
  redacted?: boolean;
}

/** Cases that wait at a step, or those chosen of them in their order. */
export const meetingQuery = (filter: MeetingFilters) =>
  queryOptions({
    queryKey: ['meeting', filter],
    queryFn: () => answer(client.GET('/api/meeting', { params: { query: filter } })),
    placeholderData: (before) => before,
  });
