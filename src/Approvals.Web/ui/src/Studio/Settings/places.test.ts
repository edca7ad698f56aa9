import { describe, expect, it } from 'vitest';
import type { SharedSettings } from '../../api/studio';
import en from '../../i18n/en';
import { places } from './places';

const found: SharedSettings = {
  calendar: { years: [2025, 2026], provisional: [2027] },
  reminders: { count: 5, other: 1 },
  messages: { count: 8, other: 2 },
  jobs: { count: 20, other: 3 },
  dictionaries: { count: 4, other: 6 },
  regions: 70,
  organisations: 30,
  lists: { count: 2, other: 1 },
  resources: 12,
  experts: 40,
  retention: { class: 'Permanent', years: null, archiveAfterDays: 30, ownRules: 0 },
  channels: { mailServer: true, mailsPerMinute: 60, textMessages: false },
};

const said = (key: string, settings = found) => places.find((place) => place.key === key)?.say(settings);

describe('places', () => {
  it('each have words for what they are, are for and who keeps them', () => {
    for (const { key, say } of places) {
      expect([en.settings.place[key], en.settings.help[key], en.settings.keeper[key]]).not.toContain(undefined);
      expect(en.settings.inForce[say(found).key]).toBeDefined();
    }
  });

  it('name the years whose notice is missing', () => {
    expect(said('calendars')).toEqual({ key: 'provisional', years: '2025、2026', provisional: '2027' });
    expect(said('calendars', { ...found, calendar: { years: [2026, 2027], provisional: [] } })).toEqual({
      key: 'calendars',
      years: '2026、2027',
    });
  });

  it('say how long files are kept and how mail leaves', () => {
    expect(said('retention')).toEqual({ key: 'kept', name: 'Permanent', days: 30, other: 0 });
    expect(said('mail')).toEqual({ key: 'paced', all: 60 });
  });
});
