import { Button } from 'antd';
import type { SetAside, Variant } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { Tag } from '../../Layout/Tag';
import { useDraft } from '../Shell/DraftContext';
import { Compared } from './ComparePanel';
import styles from './Overview.module.css';

/** What the version inherits from, what it has otherwise, and what did not fit when a newer base was taken over. */
export function VariantPanel({ variant }: { variant: Variant }) {
  const { t } = useTexts('studio');
  return (
    <Panel flush id="variant" title={t('variant.title')} extra={<Tag tone="info">{variant.region}</Tag>}>
      <div className={styles.inherits}>
        <p>{t('variant.from', { name: variant.name, number: variant.number })}</p>
        <Newer variant={variant} />
      </div>
      {variant.setAside.length > 0 && <SetAsideList changes={variant.setAside} />}
      {variant.baseId === null ? (
        <p className={styles.more}>{t('variant.away')}</p>
      ) : (
        <Compared from={variant.baseId} way="words" />
      )}
    </Panel>
  );
}

function Newer({ variant }: { variant: Variant }) {
  const { t } = useTexts('studio');
  const { readOnly, saving, rebase } = useDraft();
  if (variant.newer === null) {
    return null;
  }
  return (
    <>
      <Tag tone="warn">{t('variant.newer', { number: variant.newer.number })}</Tag>
      {!readOnly && (
        <>
          <Button size="small" loading={saving === 'saving'} onClick={() => void rebase()}>
            {t('variant.take')}
          </Button>
          <span className="muted small">{t('variant.takeHelp')}</span>
        </>
      )}
    </>
  );
}

function SetAsideList({ changes }: { changes: readonly SetAside[] }) {
  const { t } = useTexts('studio');
  const { edit, readOnly } = useDraft();
  return (
    <section className={styles.aside} aria-label={t('variant.setAside')}>
      <h3>{t('variant.setAside')}</h3>
      <p className="muted small">{t('variant.setAsideText')}</p>
      <ul className={styles.problems}>
        {changes.map((change) => (
          <li key={change.id}>
            <Tag tone="warn">{t('variant.unfit')}</Tag>
            <div>
              {(change.what.length > 0 ? change.what : [change.file]).map((words, index) => (
                <p key={index}>{words}</p>
              ))}
              <p className="muted small">{change.why}</p>
            </div>
            {!readOnly && (
              <Button
                size="small"
                onClick={() => void edit([{ kind: 'variant.dismiss', file: 'variant.json', at: change.id }])}
              >
                {t('dismiss')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
