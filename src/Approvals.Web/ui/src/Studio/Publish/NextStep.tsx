import { Button } from 'antd';
import { useState } from 'react';
import type { ServiceVersionDto, VersionAct } from '../../api/contract';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { VersionDialog } from '../../PolicyPackages/VersionDialog';
import styles from './Publish.module.css';

/** Where the version stands between its author and the second person, and what the reader may do now. */
export function NextStep({ version }: { version: ServiceVersionDto }) {
  const { t } = useTexts('publishing');
  const { t: p } = useTexts('policy');
  const [act, setAct] = useState<Exclude<VersionAct, 'submit'>>();
  // To hand it over has a panel of its own, and so has what was planned for cases under way.
  const acts = version.acts.filter((one) => one !== 'submit' && one !== 'migrate');
  return (
    <Panel title={t('next')}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('author')}</dt>
          <dd>{version.createdBy ?? t('product')}</dd>
        </div>
        <div>
          <dt>{t('handedOver')}</dt>
          <dd>{version.submittedBy ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('publisher')}</dt>
          <dd>{version.publishedBy ?? '—'}</dd>
        </div>
        {version.state !== 'draft' && (
          <div>
            <dt>{t('proposedDay')}</dt>
            <dd>{version.proposedFrom ?? '—'}</dd>
          </div>
        )}
        <div>
          <dt>{t('from')}</dt>
          <dd>{version.effectiveFrom ?? t('fromOpen')}</dd>
        </div>
      </dl>
      {version.state !== 'draft' && version.note !== null && (
        <>
          <h3 className={styles.said}>{t('note')}</h3>
          <p className={styles.note}>{version.note}</p>
        </>
      )}
      <p className="muted small">{t('never')}</p>
      <div className={styles.acts}>
        {acts.map((one) => (
          <Button
            key={one}
            danger={one === 'discard' || one === 'recall' || one === 'retire'}
            onClick={() => setAct(one)}
          >
            {p(`act.${one}`)}
          </Button>
        ))}
      </div>
      {act && <VersionDialog version={version} act={act} close={() => setAct(undefined)} />}
    </Panel>
  );
}
