import { Button } from 'antd';
import type { DictionaryEntryDto } from '../api/contract';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';

/** One choice: its names, where it comes from, and whether it is offered. */
export function EntryRow({ entry, change }: { entry: DictionaryEntryDto; change: () => void }) {
  const { t, i18n } = useTexts('dictionaries');
  const [name, other] = i18n.language === 'en' ? [entry.nameEn, entry.nameZh] : [entry.nameZh, entry.nameEn];
  return (
    <li className={styles.role}>
      <div>
        <p>
          <strong>{name}</strong> <State entry={entry} /> {!entry.inPackage && <Tag tone="info">{t('own')}</Tag>}
          {entry.inPackage && entry.etag !== null && <Tag tone="info">{t('renamed')}</Tag>}
        </p>
        <p className="muted small">
          {[entry.code, other, entry.packageName === null ? undefined : t('packageName', { name: entry.packageName })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button size="small" onClick={change}>
          {t('change')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </li>
  );
}

function State({ entry }: { entry: DictionaryEntryDto }) {
  const { t } = useTexts('dictionaries');
  if (entry.state === 'ended') {
    return <Tag>{t('state.ended', { day: isoDay(entry.to ?? '') })}</Tag>;
  }
  if (entry.state === 'coming') {
    return <Tag tone="warn">{t('state.coming', { day: isoDay(entry.from ?? '') })}</Tag>;
  }
  return entry.to === null ? null : <Tag tone="warn">{t('until', { day: isoDay(entry.to) })}</Tag>;
}
