import { useCallback } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { activitiesIn, type Choice, decisionsIn, fieldsIn, namesIn, recordsIn } from './choices';
import { type Json, mapOf } from './json';

const platformLists = ['regions', 'organisations', 'hospitals', 'entitlements', 'family'];
const roles = [
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
];
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
          return activitiesIn(file<Json>('workflow.json'), language);
        case 'promised':
          return [
            ...activitiesIn(file<Json>('workflow.json'), language),
            ...promised.map((name) => ({ value: name, label: t(`promised.${name}`) })),
          ];
        case 'roles':
          return roles.map((name) => ({ value: name, label: name }));
        case 'messages':
          return messages.map((name) => ({ value: name, label: name }));
        default:
          return [];
      }
    },
    [draft, file, language, t],
  );
}
