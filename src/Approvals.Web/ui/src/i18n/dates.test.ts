import dayjs from 'dayjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atZoneTime, clockTime, fileSize, fullDay, isoDay, monthDay, shortInstant, weekday, zoneTime } from './dates';
import { rememberLanguage } from './language';

describe('dates', () => {
  afterEach(() => rememberLanguage('zh-CN'));

  it('show instants in the zone of the authorities', () => {
    expect(shortInstant('2026-11-19T16:30:00Z')).toBe('11-20 00:30');
    expect(isoDay('2026-11-19T16:30:00Z')).toBe('2026-11-20');
    expect(clockTime('2026-11-20T02:42:00Z')).toBe('10:42');
  });
  it('are entered in the zone of the authorities, also far from it', () => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(new Date('2026-07-01T00:00:00Z').getHours()).toBe(20);
    expect(zoneTime('2026-11-19T16:30:00Z')).toBe('2026-11-20 00:30');
    const entered = dayjs(zoneTime('2026-11-20T01:00:00Z'));
    expect(entered.format('YYYY-MM-DD HH:mm')).toBe('2026-11-20 09:00');
    expect(new Date(atZoneTime(entered.add(90, 'minute').format('YYYY-MM-DD HH:mm'))).toISOString()).toBe(
      '2026-11-20T02:30:00.000Z',
    );
    vi.unstubAllEnvs();
  });
  it('show days as they are', () => expect(shortInstant('2026-11-20')).toBe('11-20'));
  it('are written as the language writes them', () => {
    expect(monthDay('2026-11-05')).toBe('11 月 5 日');
    expect(fullDay('2026-11-05')).toBe('2026 年 11 月 5 日');
    expect(weekday('2026-11-20')).toBe('周五');
    rememberLanguage('en');
    expect(monthDay('2026-11-05')).toBe('5 November');
    expect(weekday('2026-11-20')).toBe('Fri');
  });
  it('sizes are never nothing', () => {
    expect(fileSize(10)).toBe('1 KB');
    expect(fileSize(2516582)).toBe('2.4 MB');
  });
});
