import { expect, it } from 'vitest';
import { component } from '../test/build';
import { isStatement } from './Answers';

it.each([
  ['checkbox', '有原单位', false],
  ['checkbox', '证件长期有效', false],
  ['consent', '承诺书', false],
  ['checkbox', '柔性引进团队的博士后，出站后留吉工作', true],
  ['checkbox', 'Has an employer elsewhere', false],
  ['checkbox', 'I have compared the contract with what the employer filed', true],
  ['textfield', '柔性引进团队的博士后，出站后留吉工作', false],
])('a %s called %s is a whole sentence: %s', (type, label, statement) => {
  expect(isStatement(component('a', { type, label }))).toBe(statement);
});
