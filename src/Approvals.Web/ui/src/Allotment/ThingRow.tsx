import { Button } from 'antd';
import type { ResourceDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Allotment.module.css';

/** One thing: whether it is free, and whose case has it. */
export function ThingRow({ thing, keep, free }: { thing: ResourceDto; keep: () => void; free: () => void }) {
  const { t } = useTexts('allotment');
  const hidden = <span className="visually-hidden"> {thing.name}</span>;
  return (
    <li className={styles.row}>
      <Tag tone={thing.closed ? 'plain' : thing.heldBy === null ? 'ok' : 'warn'}>
        {t(thing.closed ? 'closed' : thing.heldBy === null ? 'things.free' : 'things.held')}
      </Tag>
      <div>
        <p>
          <strong>{thing.name}</strong> <span className="muted small">{thing.code}</span>
        </p>
        <p className="muted small">
          {[thing.listName, thing.about, thing.heldBy && t('things.heldBy', { number: thing.heldBy })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.buttons}>
        {thing.heldBy !== null && (
          <Button onClick={free}>
            {t('free.title')}
            {hidden}
          </Button>
        )}
        <Button onClick={keep}>
          {t('change')}
          {hidden}
        </Button>
      </div>
    </li>
  );
}
