import { calendarsQuery } from '../../api/calendars';
import type { Area } from '../../api/contract';
import { dictionariesQuery } from '../../api/dictionaries';
import { listsQuery } from '../../api/allotment';
import { messagesQuery, remindersQuery } from '../../api/reminders';
import type { InForce } from './Place';

/** A page on which something for all services is set. */
export interface SettingPlace {
  key:
    | 'calendars'
    | 'reminders'
    | 'messages'
    | 'jobs'
    | 'dictionaries'
    | 'regions'
    | 'organisations'
    | 'lists'
    | 'things'
    | 'experts';
  to: string;
  /** To whom the page is open. */
  area: Area;
  /** What is in force, where the reader may read it. */
  inForce?: InForce;
}

const count = (key: 'rules' | 'templates' | 'dictionaries' | 'lists', value: number) => ({ key, count: value });

/** The pages, in the order of the list. */
export const places: readonly SettingPlace[] = [
  {
    key: 'calendars',
    to: '/admin/calendars',
    area: 'calendars',
    inForce: {
      query: calendarsQuery,
      say: (found) => {
        const years = (found as { year: number; provisional: boolean }[]).filter((one) => !one.provisional);
        return { key: 'years', years: years.map((one) => one.year).join('、') };
      },
    },
  },
  {
    key: 'reminders',
    to: '/admin/reminders',
    area: 'messages',
    inForce: { query: remindersQuery, say: (found) => count('rules', (found as unknown[]).length) },
  },
  {
    key: 'messages',
    to: '/admin/messages',
    area: 'messages',
    inForce: { query: messagesQuery, say: (found) => count('templates', (found as unknown[]).length) },
  },
  { key: 'jobs', to: '/admin/operations', area: 'operations' },
  {
    key: 'dictionaries',
    to: '/admin/dictionaries',
    area: 'places',
    inForce: { query: dictionariesQuery, say: (found) => count('dictionaries', (found as unknown[]).length) },
  },
  { key: 'regions', to: '/admin/regions', area: 'places' },
  { key: 'organisations', to: '/admin/organisations', area: 'places' },
  {
    key: 'lists',
    to: '/work/lists',
    area: 'allotment',
    inForce: { query: listsQuery, say: (found) => count('lists', (found as unknown[]).length) },
  },
  { key: 'things', to: '/work/things', area: 'allotment' },
  { key: 'experts', to: '/work/experts', area: 'experts' },
];
