import { expect, it } from 'vitest';
import { programOf } from './programs';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`${mozilla} (X11; Linux x86_64) ${webkit} Chrome/156.0.0.0 Safari/537.36`, 'Chrome 156 · Linux'],
  [`${mozilla} (X11; Linux x86_64) ${webkit} HeadlessChrome/141.0.7390.37 Safari/537.36`, 'Chrome 141 · Linux'],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`,
    'Edge 156 · Windows',
  ],
  [`${mozilla} (Macintosh; Intel Mac OS X 10.15; rv:148.0) Gecko/20100101 Firefox/148.0`, 'Firefox 148 · macOS'],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15`,
    'Safari 26 · macOS',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1`,
    'Safari 18 · iOS',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60 NetType/WIFI Language/zh_CN`,
    'WeChat 8 · iOS',
  ],
  [
    `${mozilla} (Linux; Android 15; V2309A) ${webkit} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 XWEB/1300 MMWEBSDK/2025 MicroMessenger/8.0.61 Language/zh_CN`,
    'WeChat 8 · Android',
  ],
  [`${mozilla} (Linux; Android 15; Pixel 9) ${webkit} Chrome/156.0.0.0 Mobile Safari/537.36`, 'Chrome 156 · Android'],
  ['curl/8.14.1', 'curl 8'],
  ['sync-of-the-hospital/2', 'sync-of-the-hospital/2'],
  ['x'.repeat(400), 'x'.repeat(40)],
])('%s is %s', (agent, words) => {
  expect(programOf(agent)).toBe(words);
});
