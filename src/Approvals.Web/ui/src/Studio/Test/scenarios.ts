import type { RehearsalDto, Scenario, ScenarioAct, ScenarioPerson } from '../../api/rehearsals';

const folder = 'scenarios/';

/** The scenario files among a draft's files. */
export const scenarioFiles = (files: readonly { path: string }[]) =>
  files.map(({ path }) => path).filter((path) => path.startsWith(folder) && path.endsWith('.json'));

/** A scenario's name in a language. */
export function nameOf(scenario: Scenario | undefined, language: string): string {
  const name = scenario?.name ?? '';
  return typeof name === 'string' ? name : language.startsWith('en') ? name.en : name['zh-CN'];
}

/** A path for a new scenario that no file has. */
export function freePath(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const path = `${folder}recorded-${number}.json`;
    if (!taken.includes(path)) {
      return path;
    }
  }
}

/** Whoever a flow needs when no scenario of the service says so yet: an applicant, and one person for each role its steps name. */
export function firstPeople(workflow: unknown, region: string): Record<string, ScenarioPerson> {
  const people: Record<string, ScenarioPerson> = { applicant: { role: 'Applicant', region } };
  for (const role of rolesIn(workflow)) {
    people[role.charAt(0).toLowerCase() + role.slice(1)] = { role, region };
  }
  return people;
}

function rolesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) {
    node.forEach((one) => rolesIn(one, found));
  } else if (typeof node === 'object' && node !== null) {
    const { kind, role } = node as { kind?: unknown; role?: unknown };
    if (kind === 'role' && typeof role === 'string') {
      found.add(role);
    }
    Object.values(node).forEach((one) => rolesIn(one, found));
  }
  return found;
}

/** The step with which a flow begins and its form: the first that somebody fills in. */
export function firstStep(workflow: unknown): { activity: string; form: string } | undefined {
  const activities = (workflow as { root?: { activities?: Record<string, unknown>[] } } | undefined)?.root?.activities;
  const fill = activities?.find((one) => one.type === 'Approvals.Fill');
  return fill && { activity: String(fill.id), form: literal(fill.form) };
}

function literal(input: unknown): string {
  if (typeof input === 'string') {
    return input;
  }
  const value = (input as { expression?: { value?: unknown } } | undefined)?.expression?.value;
  return typeof value === 'string' ? value : '';
}

/** A scenario that expects what came out. */
export function expecting(scenario: Scenario, came: RehearsalDto): Scenario {
  return {
    ...scenario,
    expect: {
      ...(came.result === null ? { state: came.state } : { result: came.result }),
      path: came.path,
      letters: came.letters,
      decisions: came.decisions.map(({ decision, outcome, clauses }) => ({
        decision,
        ...(outcome === null ? {} : { outcome }),
        ...(clauses.length > 0 ? { clauses } : {}),
      })),
      entitlements: came.granted.map(({ kind, level, validTo, items }) => ({
        kind,
        ...(level === null ? {} : { level }),
        ...(validTo === null ? {} : { validTo }),
        ...(items.length > 0 ? { items } : {}),
      })),
      incidents: came.incidents.length,
    },
  };
}

/** The same scenario with one more act, or without those from a place on. */
export const withAct = (scenario: Scenario, act: ScenarioAct): Scenario => ({
  ...scenario,
  acts: [...scenario.acts, act],
});
export const without = (scenario: Scenario, index: number): Scenario => ({
  ...scenario,
  acts: scenario.acts.filter((_, place) => place !== index),
});
export function moved(scenario: Scenario, index: number, by: -1 | 1): Scenario {
  const acts = [...scenario.acts];
  acts.splice(index + by, 0, ...acts.splice(index, 1));
  return { ...scenario, acts };
}
