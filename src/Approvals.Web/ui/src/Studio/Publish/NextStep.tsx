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
  const [act, setAct] = useState<VersionAct>();
  // To hand it over is the one main act, and stands in the bar.
  const acts = version.acts.filter((one) => one !== 'submit');
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
        <div>
          <dt>{t('from')}</dt>
          <dd>{version.effectiveFrom ?? t('fromOpen')}</dd>
        </div>
      </dl>
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
