import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { useDraft } from '../Shell/DraftContext';
import { ComparePanel } from './ComparePanel';
import { FirstSteps } from './FirstSteps';
import { HistoryDrawer } from './HistoryDrawer';
import styles from './Overview.module.css';
import { ProblemList } from './ProblemList';
import { ServiceNames } from './ServiceNames';
import { VariantPanel } from './VariantPanel';

/** What the version is, what is wrong with it, what it changes, and how it came about. */
export default function OverviewPage() {
  const { t } = useTexts('studio');
  const { draft, problems } = useDraft();
  const [history, setHistory] = useState(false);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        {draft.variant !== null && <VariantPanel variant={draft.variant} />}
        {draft.live === null && draft.variant === null && <FirstSteps />}
        <Panel flush id="problems" title={t('problems.title')} extra={<Counts />}>
          <ProblemList problems={problems} />
        </Panel>
        <ComparePanel />
      </div>
      <div className={styles.side}>
        <Panel title={t('about.title')}>
          <ServiceNames />
        </Panel>
        <Panel
          title={t('history.title')}
          extra={
            <Button size="small" icon={<HistoryOutlined aria-hidden="true" />} onClick={() => setHistory(true)}>
              {t('history.open')}
            </Button>
          }
        >
          <p className="muted">{t('history.count', { count: draft.revision })}</p>
        </Panel>
        <Panel title={t('files.title')}>
          <ul className={styles.files} tabIndex={0} aria-label={t('files.title')}>
            {draft.files.map((file) => (
              <li key={file.path}>
                <code>{file.path}</code>
                <span className="muted">{t('files.size', { size: Math.max(1, Math.round(file.size / 1024)) })}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      {history && <HistoryDrawer close={() => setHistory(false)} />}
    </div>
  );
}

function Counts() {
  const { t } = useTexts('studio');
  const { problems } = useDraft();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return <span className="muted">{t('problems.counts', { errors, warnings: problems.length - errors })}</span>;
}
