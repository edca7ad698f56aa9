import type { Area } from '../../api/contract';
import type { SharedSettings } from '../../api/studio';

/** What is in force in words: the key of a text and what it says. */
type Said =
  | { key: 'calendars'; years: string }
  | { key: 'provisional'; years: string; provisional: string }
  | { key: 'reminders' | 'messages' | 'jobs' | 'dictionaries' | 'lists'; all: number; other: number }
  | { key: 'regions' | 'organisations' | 'things' | 'experts'; all: number }
  | { key: 'retention'; name: string; years: number; days: number; other: number }
  | { key: 'kept'; name: string; days: number; other: number }
  | { key: 'server' | 'folder' }
  | { key: 'paced'; all: number };

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
    | 'experts'
    | 'retention'
    | 'mail';
  to: string;
  /** To whom the page is open. */
  area: Area;
  say: (found: SharedSettings) => Said;
}

const listed = (years: readonly number[]) => years.join('、') || '—';

/** The pages, in the order of the list. */
export const places: readonly SettingPlace[] = [
  {
    key: 'calendars',
    to: '/admin/calendars',
    area: 'calendars',
    say: ({ calendar: { years, provisional } }) =>
      provisional.length === 0
        ? { key: 'calendars', years: listed(years) }
        : { key: 'provisional', years: listed(years), provisional: listed(provisional) },
  },
  {
    key: 'reminders',
    to: '/admin/reminders',
    area: 'messages',
    say: ({ reminders: { count, other } }) => ({ key: 'reminders', all: count, other }),
  },
  {
    key: 'messages',
    to: '/admin/messages',
    area: 'messages',
    say: ({ messages: { count, other } }) => ({ key: 'messages', all: count, other }),
  },
  {
    key: 'jobs',
    to: '/admin/operations',
    area: 'operations',
    say: ({ jobs: { count, other } }) => ({ key: 'jobs', all: count, other }),
  },
  {
    key: 'dictionaries',
    to: '/admin/dictionaries',
    area: 'places',
    say: ({ dictionaries: { count, other } }) => ({ key: 'dictionaries', all: count, other }),
  },
  {
    key: 'regions',
    to: '/admin/regions',
    area: 'places',
    say: ({ regions }) => ({ key: 'regions', all: regions }),
  },
  {
    key: 'organisations',
    to: '/admin/organisations',
    area: 'places',
    say: ({ organisations }) => ({ key: 'organisations', all: organisations }),
  },
  {
    key: 'lists',
    to: '/work/lists',
    area: 'allotment',
    say: ({ lists: { count, other } }) => ({ key: 'lists', all: count, other }),
  },
  { key: 'things', to: '/work/things', area: 'allotment', say: ({ resources }) => ({ key: 'things', all: resources }) },
  { key: 'experts', to: '/work/experts', area: 'experts', say: ({ experts }) => ({ key: 'experts', all: experts }) },
  {
    key: 'retention',
    to: '/admin/operations#retention',
    area: 'operations',
    say: ({ retention }) => {
      const kept = { name: retention.class, days: retention.archiveAfterDays, other: retention.ownRules };
      return retention.years === null
        ? { key: 'kept', ...kept }
        : { key: 'retention', ...kept, years: retention.years };
    },
  },
  {
    key: 'mail',
    to: '/admin/operations',
    area: 'operations',
    say: ({ channels: { mailServer, mailsPerMinute } }) =>
      !mailServer
        ? { key: 'folder' }
        : mailsPerMinute === null
          ? { key: 'server' }
          : { key: 'paced', all: mailsPerMinute },
  },
];
