import { ExclamationCircleFilled } from '@ant-design/icons';
import { NavLink } from 'react-router';
import { useTexts } from '../../i18n/useTexts';
import { type StudioTab, tabs } from '../tabs';
import { useDraft } from './DraftContext';
import styles from './Studio.module.css';

/** The pages of a version, each with a mark where something is wrong on it; and who has it open. */
export function StudioTabs({ shown }: { shown: StudioTab['key'] }) {
  const { t } = useTexts('studio');
  const { draft, problems, editors } = useDraft();
  const others = editors.filter((editor) => !editor.isSelf);
  return (
    <div className={styles.tabs}>
      <nav aria-label={t('pages')}>
        <ul>
          {tabs.map((tab) => {
            const errors = problems.filter((problem) => problem.severity === 'error' && tab.owns(problem)).length;
            return (
              <li key={tab.key}>
                <NavLink to={`/studio/${draft.id}/${tab.key}`} aria-current={tab.key === shown ? 'page' : undefined}>
                  {t(`tab.${tab.key}`)}
                  {errors > 0 && (
                    <ExclamationCircleFilled className={styles.mark} aria-label={t('errors', { count: errors })} />
                  )}
                </NavLink>
              </li>
            );
          })}
        </ul>
      </nav>
      {others.length > 0 && (
        <p className={styles.others} role="status">
          {t('others', {
            names: others
              .map(({ name, place }) => t('otherAt', { name, place: placeName(place, t) }))
              .join(t('common:listComma')),
          })}
        </p>
      )}
    </div>
  );
}

function placeName(place: string, t: ReturnType<typeof useTexts<'studio'>>['t']): string {
  const known = tabs.find((tab) => tab.key === place);
  return known === undefined ? place : t(`tab.${known.key}`);
}
