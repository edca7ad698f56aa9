import type { ActDto, DocumentDto, SignerPlace } from '../api/contract';

/** Acts that ask for more than a yes: they open a drawer. */
export function asksMore(act: ActDto): boolean {
  return (
    act.needsReason ||
    act.picks !== 'none' ||
    [act.targets, act.fields, act.documents, act.people, act.conditional].some(
      (list) => list !== null && list.length > 0,
    )
  );
}

/** The act a key stands for: a for the main one, r for the way back. Nothing is sent by a key alone. */
export function actOfKey(key: string, acts: ActDto[]): ActDto | undefined {
  switch (key) {
    case 'a':
      return acts.find((act) => act.primary && act.enabled);
    case 'r':
      return ['return', 'correct', 'reject']
        .map((name) => acts.find((act) => act.act === name && act.enabled))
        .find((act) => act !== undefined);
    default:
      return undefined;
  }
}

/** Acts that bring in others decide nothing: what is written goes with them, not into the opinion on the case. */
export function isJoining(act: ActDto): boolean {
  return act.picks !== 'none' || ['removeSigner', 'takeBack', 'resumeClock'].includes(act.act);
}

export interface ActInput {
  target: string | null;
  fields: string[];
  fieldNotes: Record<string, string>;
  documents: string[];
  to: string | null;
  reason: string;
  promised: string[];
  people: string[];
  place: SignerPlace | null;
  length: number | null;
}

export const emptyInput: ActInput = {
  target: null,
  fields: [],
  fieldNotes: {},
  documents: [],
  to: null,
  reason: '',
  promised: [],
  people: [],
  place: null,
  length: null,
};

/** Where documents can be asked for, those that will not do are chosen already, each with its reason. */
export function inputOf(
  act: ActDto,
  documents: DocumentDto[],
  say: (document: string, reason: string) => string,
): ActInput {
  const wrong = documents.filter(
    ({ type, verdict }) => verdict?.ok === false && act.documents?.some((one) => one.type === type),
  );
  return {
    ...emptyInput,
    documents: [...new Set(wrong.map(({ type }) => type))],
    reason: wrong.map(({ typeName, verdict }) => say(typeName, verdict?.reason ?? '')).join('\n'),
  };
}

/** Whether the applicant's fields are chosen: for a correction always, for a return when it goes to the applicant. */
export function opensFields(act: ActDto, input: ActInput): boolean {
  if (act.targets === null || act.targets.length === 0) {
    return true;
  }
  return act.targets.find((target) => target.activity === input.target)?.applicant ?? false;
}

export type Missing = 'opinion' | 'reason' | 'target' | 'to' | 'fields' | 'people' | 'place' | 'length';

/** What must still be entered before the act can be sent; the server checks the same. */
export function missingOf(act: ActDto, input: ActInput, opinion: string): Missing[] {
  const missing: Missing[] = [];
  if (act.needsOpinion && opinion.trim() === '') {
    missing.push('opinion');
  }
  if (act.needsReason && input.reason.trim() === '') {
    missing.push('reason');
  }
  if (act.targets !== null && act.targets.length > 0 && input.target === null) {
    missing.push('target');
  }
  if ((act.people !== null || act.picks === 'one') && input.to === null) {
    missing.push('to');
  }
  if (act.picks === 'many' && input.people.length === 0) {
    missing.push('people');
  }
  if (act.places !== null && input.place === null) {
    missing.push('place');
  }
  if (act.extension !== null && input.length === null) {
    missing.push('length');
  }
  const choosable = (act.fields?.length ?? 0) + (act.documents?.length ?? 0) > 0;
  if (choosable && opensFields(act, input) && input.fields.length + input.documents.length === 0) {
    missing.push('fields');
  }
  return missing;
}
