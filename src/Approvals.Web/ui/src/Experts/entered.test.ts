import { expect, it } from 'vitest';
import { nobody, withTyped } from './CoAuthors';
import { withPicked } from './DaysAway';

const wang = { name: '王一', number: null };

it('takes along who is typed and not added yet', () => {
  expect(withTyped([wang], { name: ' 李二 ', number: ' ' })).toEqual([wang, { name: '李二', number: null }]);
  expect(withTyped([wang], nobody)).toEqual([wang]);
});
it('takes along the days that are picked and not added yet, first to last', () => {
  const [early, late] = [
    { from: '2026-01-01', to: '2026-01-03' },
    { from: '2026-02-01', to: '2026-02-03' },
  ];
  expect(withPicked([late], early)).toEqual([early, late]);
  expect(withPicked([late], undefined)).toEqual([late]);
});
