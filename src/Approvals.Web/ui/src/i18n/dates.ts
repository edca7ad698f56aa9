import { language } from './language';

/** The zone of the authorities: a limit ends on their day, wherever the reader is. */
const timeZone = 'Asia/Shanghai';
/** It has kept one offset since 1991. */
const offset = '+08:00';

function locale(): string {
  return language() === 'zh-CN' ? 'zh-CN' : 'en-GB';
}

function parts(value: string): { year: string; month: string; day: string; hour: string; minute: string } {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const [year = '', month = '', day = ''] = value.split('-');
    return { year, month, day, hour: '', minute: '' };
  }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(format.formatToParts(new Date(value)).map((part) => [part.type, part.value]));
  return {
    year: found.year ?? '',
    month: found.month ?? '',
    day: found.day ?? '',
    hour: found.hour ?? '',
    minute: found.minute ?? '',
  };
}

/** 2026-11-20 */
export function isoDay(value: string): string {
  const { year, month, day } = parts(value);
  return `${year}-${month}-${day}`;
}

/** 11-20 */
export function shortDay(value: string): string {
  const { month, day } = parts(value);
  return `${month}-${day}`;
}

/** 11-20 09:42; a day has no time and shows none. */
export function shortInstant(value: string): string {
  const { month, day, hour, minute } = parts(value);
  return hour === '' ? `${month}-${day}` : `${month}-${day} ${hour}:${minute}`;
}

/** 09:42 */
export function clockTime(value: string): string {
  const { hour, minute } = parts(value);
  return `${hour}:${minute}`;
}

/** What a clock of the authorities shows at an instant, to be entered or changed: 2026-11-20 09:42 */
export function zoneTime(value: string): string {
  return `${isoDay(value)} ${clockTime(value)}`;
}

/** The instant at which a clock of the authorities shows a time, wherever it was entered. */
export function atZoneTime(time: string): string {
  return `${time.replace(' ', 'T')}:00${offset}`;
}

/** 11 月, or November */
export function monthName(month: number): string {
  return language() === 'zh-CN'
    ? `${month} 月`
    : new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));
}

/** 11 月 20 日, or 20 November */
export function monthDay(value: string): string {
  const { year, month, day } = parts(value);
  if (language() === 'zh-CN') {
    return `${Number(month)} 月 ${Number(day)} 日`;
  }
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** 2026 年 11 月 20 日, or 20 November 2026 */
export function fullDay(value: string): string {
  const { year } = parts(value);
  return language() === 'zh-CN' ? `${year} 年 ${monthDay(value)}` : `${monthDay(value)} ${year}`;
}

/** 周五, or Fri */
export function weekday(value: string): string {
  const { year, month, day } = parts(value);
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(at);
}

/** 2.4 MB */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
