import { describe, expect, it } from 'vitest';
import { freeKey, personName } from './people';

const roleName = (role: string) => ({ Reviewer: '审核员', Lead: '组长' })[role] ?? role;

describe('people of a scenario', () => {
  it('are called by name, else by role', () => {
    expect(personName({ role: 'Reviewer', name: '张三' }, 'hr', roleName)).toBe('张三');
    expect(personName({ role: ['Reviewer', 'Lead'] }, 'hr', roleName)).toBe('审核员、组长');
    expect(personName(undefined, 'hr', roleName)).toBe('hr');
  });

  it('get a key of their own from the role', () => {
    expect(freeKey('IntakeOfficer', {})).toBe('intakeOfficer');
    expect(freeKey('Reviewer', { reviewer: {}, reviewer2: {} })).toBe('reviewer3');
  });
});
