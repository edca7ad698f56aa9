import { useCallback } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { flowFiles } from '../Forms/steps';
import { useDraft } from '../Shell/DraftContext';
import { activitiesIn, type Choice, decisionsIn, fieldsIn, namesIn, recordsIn } from './choices';
import { type Json, mapOf } from './json';

const platformLists = ['regions', 'organisations', 'hospitals', 'entitlements', 'family'];
/** The roles that packages name. */
export const packageRoles = [
  'Applicant',
  'EmployerAgent',
  'IntakeOfficer',
  'Reviewer',
  'Approver',
  'Lead',
  'Operator',
  'Expert',
  'Provider',
  'Auditor',
] as const;
const messages = ['reminder', 'task-yellow', 'task-red'];

/** What a guarantee speaks of beside the steps themselves: kinds of step, results, acts, and what a letter tells. */
const promised = [
  'Grant',
  'PublicNotice',
  'Review',
  'Vote',
  'granted',
  'refused',
  'notAccepted',
  'withdrawn',
  'terminated',
  'person',
  'Correction',
  'reasons',
  'remedies',
] as const;

/** What references of a draft choose from. */
export function useChoices(): (source: string) => Choice[] {
  const { draft, file } = useDraft();
  const { t, i18n } = useTexts('designers');
  const language = i18n.language;
  return useCallback(
    (source: string) => {
      const paths = draft.files.map((one) => one.path);
      const service = () => mapOf(file<Json>('service.json'));
      switch (source) {
        case 'forms':
          return namesIn(paths, 'forms', '.json');
        case 'letters':
          return namesIn(paths, 'letters', '.zh-CN.md');
        case 'decisions':
          return paths.filter((path) => path.endsWith('.dmn')).flatMap((path) => decisionsIn(file<string>(path) ?? ''));
        case 'fields':
          return namesIn(paths, 'forms', '.json').flatMap((form) =>
            fieldsIn(mapOf(file<Json>(`forms/${form.value}.json`)).components, language, `form.${form.value}`),
          );
        case 'lists':
          return [
            ...platformLists.map((name) => ({ value: name, label: name })),
            ...namesIn(paths, 'dictionaries', '.json'),
          ];
        case 'documents':
          return recordsIn(service().documents, 'type', language);
        case 'levels':
          return recordsIn(service().levels, 'code', language);
        case 'entitlements':
          return recordsIn(service().entitlements, 'kind', language);
        case 'obligations':
          return recordsIn(service().obligations, 'type', language);
        case 'activities':
          return flowFiles(paths).flatMap((path) => activitiesIn(file<Json>(path), language));
        case 'promised':
          return [
            ...flowFiles(paths).flatMap((path) => activitiesIn(file<Json>(path), language)),
            ...promised.map((name) => ({ value: name, label: t(`promised.${name}`) })),
          ];
        case 'roles':
          return packageRoles.map((name) => ({ value: name, label: t(`roles.${name}`) }));
        case 'messages':
          return messages.map((name) => ({ value: name, label: name }));
        default:
          return [];
      }
    },
    [draft, file, language, t],
  );
}
