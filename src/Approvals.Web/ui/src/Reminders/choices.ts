import type { KeepReminderRequest } from '../api/contract';

type About = KeepReminderRequest['about'];
type Moment = KeepReminderRequest['moment'];
type Person = KeepReminderRequest['to'][number];

/** What a rule may consist of; the server checks what fits together. */
export const choices = {
  about: ['officeTask', 'ownTask', 'case', 'entitlement'],
  unit: ['workingDays', 'days', 'hours'],
  channels: ['page', 'mail', 'sms'],
  delivery: ['digest', 'immediate'],
} as const;

export const momentsOf: Record<About, [Moment, ...Moment[]]> = {
  officeTask: ['received', 'yellow', 'due'],
  ownTask: ['received', 'yellow', 'due'],
  case: ['received', 'accepted', 'due'],
  entitlement: ['ends', 'renewalOpens'],
};

export const peopleOf: Record<About, Person[]> = {
  officeTask: ['candidates', 'holder', 'lead'],
  ownTask: ['holder', 'applicant', 'agent'],
  case: ['applicant', 'agent', 'lead'],
  entitlement: ['applicant', 'agent'],
};
