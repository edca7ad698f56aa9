import type { Count, InboxDto, InboxFilters, InboxTab } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';

interface Props {
  tab: InboxTab;
  inbox: InboxDto;
  filters: InboxFilters;
  show: (tab: InboxTab, filters: InboxFilters) => void;
}

const tabs = ['todo', 'done', 'started', 'copied', 'drafts'] as const;
const lights = ['red', 'yellow', 'green', 'paused'] as const;

/** Tabs with counts on the left, lights that filter on the right. */
export function InboxTabs({ tab, inbox, filters, show }: Props) {
  const { t } = useTexts('inbox');
  return (
    <div className={styles.tabs}>
      <nav aria-label={t('tabs')}>
        {tabs.map((one) => (
          <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => show(one, {})}>
            {t(`tab.${one}`)} <span className={styles.count}>{countText(inbox.counts[one])}</span>
          </button>
        ))}
      </nav>
      <div className={styles.lights} role="group" aria-label={t('lights')}>
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            className={styles[light]}
            aria-pressed={filters.due === light}
            onClick={() => show('todo', { ...filters, due: filters.due === light ? undefined : light })}
          >
            <i aria-hidden="true" /> {t(`light.${light}`)} {inbox.lights[light]}
          </button>
        ))}
      </div>
    </div>
  );
}

function countText({ count, more }: Count): string {
  return more ? `${count.toLocaleString('en')}+` : count.toLocaleString('en');
}
