import { expect, test } from 'vitest';
import type { RehearsalDto, Scenario } from '../../api/rehearsals';
import { expecting, firstPeople, firstStep, freePath, moved, nameOf } from './scenarios';

const scenario: Scenario = {
  name: { 'zh-CN': '试', en: 'Try' },
  start: '2026-03-02T09:00:00+08:00',
  people: {},
  acts: [{ act: 'a' }, { act: 'b' }, { act: 'c' }],
  expect: {},
};

const flow = {
  root: {
    activities: [
      { id: 'start', type: 'Elsa.Start' },
      {
        id: 'apply',
        type: 'Approvals.Fill',
        form: { typeName: 'String', expression: { type: 'Literal', value: 'application' } },
      },
      {
        id: 'check',
        type: 'Approvals.Review',
        participants: { expression: { value: [{ kind: 'role', role: 'IntakeOfficer' }] } },
      },
    ],
  },
};

test('the first step is the first that is filled in, with its form', () => {
  expect(firstStep(flow)).toEqual({ activity: 'apply', form: 'application' });
  expect(firstStep({})).toBeUndefined();
});

test('people are an applicant and one for each role of the flow', () => {
  expect(firstPeople(flow, '220104')).toEqual({
    applicant: { role: 'Applicant', region: '220104' },
    intakeOfficer: { role: 'IntakeOfficer', region: '220104' },
  });
});

test('a new file takes a name that is free', () => {
  expect(freePath(['scenarios/a.json', 'scenarios/recorded-3.json'])).toBe('scenarios/recorded-4.json');
});

test('an act moves by one place', () => {
  expect(moved(scenario, 2, -1).acts.map(({ act }) => act)).toEqual(['a', 'c', 'b']);
});

test('names are read in either language, however they are written', () => {
  expect(nameOf(scenario, 'en')).toBe('Try');
  expect(nameOf({ ...scenario, name: 'Plain' }, 'zh-CN')).toBe('Plain');
});

test('what came out is what is expected from now on', () => {
  const came: RehearsalDto = {
    now: scenario.start,
    done: 1,
    failed: null,
    state: 'Finished',
    result: 'granted',
    path: ['apply', 'check'],
    tasks: [],
    decisions: [{ decision: 'grade', outcome: 'pass', rules: [1], clauses: [] }],
    letters: ['decision'],
    granted: [{ kind: 'card', level: null, validTo: '2031-03-16', items: [] }],
    incidents: [],
    differences: [],
  };
  expect(expecting(scenario, came).expect).toEqual({
    result: 'granted',
    path: ['apply', 'check'],
    letters: ['decision'],
    decisions: [{ decision: 'grade', outcome: 'pass' }],
    entitlements: [{ kind: 'card', validTo: '2031-03-16' }],
    incidents: 0,
  });
});
