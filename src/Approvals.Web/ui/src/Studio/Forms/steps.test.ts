import { describe, expect, it } from 'vitest';
import type { Json } from '../Settings/json';
import { accessTo, type FormStep, formSteps, withAccess } from './steps';

const text = (value: unknown) => ({ typeName: 'String', expression: { type: 'Literal', value } });
const flow = {
  root: {
    id: 'main',
    type: 'Elsa.Flowchart',
    activities: [
      { id: 'apply', type: 'Approvals.Fill', form: text('application') },
      {
        id: 'check',
        type: 'Approvals.Review',
        form: text('check'),
        fields: {
          typeName: 'Object',
          expression: { type: 'Object', value: { hidden: ['secret'], readOnly: ['name'] } },
        },
      },
      { id: 'wait', type: 'Approvals.WaitWorkingDays' },
    ],
  },
} as const;
const steps = formSteps(JSON.parse(JSON.stringify(flow)) as Json, 'en');

function at(index: number): FormStep {
  const step = steps[index];
  if (step === undefined) {
    throw new Error('There is no such step.');
  }
  return step;
}

describe('steps that show a form', () => {
  it('are found with an address that stays right', () => {
    expect(steps.map((step) => [step.id, step.form, step.address])).toEqual([
      ['apply', 'application', '/root/activities/[id=apply]'],
      ['check', 'check', '/root/activities/[id=check]'],
    ]);
  });
  it('tell what may be done with a field', () => {
    const check = at(1);
    expect(['secret', 'name', 'other'].map((field) => accessTo(check, field))).toEqual([
      'hidden',
      'readOnly',
      'editable',
    ]);
  });
  it('are given another access and keep the rest', () => {
    const check = at(1);
    expect(withAccess(check, 'name', 'hidden', ['name'])).toMatchObject({
      expression: { value: { hidden: ['secret', 'name'] } },
    });
    expect(withAccess(at(0), 'name', 'readOnly', ['name', 'age'])).toMatchObject({
      expression: { value: ['age'] },
    });
    expect(withAccess(at(0), 'name', 'editable', ['name'])).toBeUndefined();
  });
});
