import { createContext, useContext } from 'react';
import type { ScenarioPerson } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { personName } from './people';

/** The people of the scenario that is open. */
export const PeopleContext = createContext<Record<string, ScenarioPerson>>({});

/** What a person of the open scenario is called. */
export function usePersonName(): (key: string) => string {
  const { t } = useTexts('designers');
  const people = useContext(PeopleContext);
  const roleName = (role: string) => t(`roles.${role as 'Reviewer'}`, { defaultValue: role });
  return (key) => personName(people[key], key, roleName);
}
