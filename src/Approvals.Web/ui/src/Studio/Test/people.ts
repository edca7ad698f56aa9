import type { ScenarioPerson } from '../../api/rehearsals';

/** What a person of a scenario is called: by name, else by the role. */
export function personName(
  person: ScenarioPerson | undefined,
  key: string,
  roleName: (role: string) => string,
): string {
  const name = person?.name ?? '';
  return name !== '' ? name : [person?.role ?? []].flat().map(roleName).join('、') || key;
}

/** A key for a new person that nobody has: the role, and a number where it is taken. */
export function freeKey(role: string, people: Record<string, unknown>): string {
  const stem = role.charAt(0).toLowerCase() + role.slice(1);
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}${number}`;
    if (!(key in people)) {
      return key;
    }
  }
}
