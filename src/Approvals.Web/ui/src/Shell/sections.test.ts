import { expect, it } from 'vitest';
import { sectionOf } from './sections';

it.each([
  ['/', '/'],
  ['/services', '/services'],
  ['/services/some-service', '/services'],
  ['/apply/0199', '/services'],
  ['/submitted/0199', '/cases'],
  ['/tasks/0199/correction', '/cases'],
  ['/cards', '/cards'],
  ['/me', '/me'],
  ['/servicesque', undefined],
])('%s lies under %s', (pathname, section) => {
  expect(sectionOf(pathname)).toBe(section);
});
