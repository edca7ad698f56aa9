import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkQuery, versionsQuery } from '../../api/policy';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { QueryView } from '../../Layout/QueryView';
import { Findings } from '../../PolicyPackages/Findings';
import { ComparePanel } from '../Overview/ComparePanel';
import { useDraft } from '../Shell/DraftContext';
import { ReplayPanel } from '../Test/ReplayPanel';
import { CheckList } from './CheckList';
import { NextStep } from './NextStep';
import { ProposalPanel } from './ProposalPanel';
import styles from './Publish.module.css';
import { type Moving, RunningCases } from './RunningCases';
import { VersionHistory } from './VersionHistory';

/** Everything a second person needs to say yes: what changes, whether it holds, which past cases change, what happens to those under way. */
export default function PublishPage() {
  const { t } = useTexts('publishing');
  const { draft, readOnly } = useDraft();
  const { areas } = useSession();
  const [checked, setChecked] = useState(false);
  const [moving, setMoving] = useState<Moving>({ moves: false });
  const versions = useQuery(versionsQuery);
  const report = useQuery({ ...checkQuery(draft.id, draft.hash), enabled: checked });
  const own = versions.data?.filter((one) => one.service === draft.service) ?? [];
  const version = own.find((one) => one.id === draft.id);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <ComparePanel withBase />
        <Panel title={t('checks')} id="checks">
          {!checked && <p className="muted">{t('checksText')}</p>}
          {checked && report.isPending && <p role="status">{t('checking')}</p>}
          {checked && (
            <QueryView query={report}>
              {(found) =>
                found.findings.length === 0 ? (
                  <p>{t('sound', { guarantees: found.guarantees, scenarios: found.scenarios })}</p>
                ) : (
                  <Findings findings={found.findings} version={draft.id} />
                )
              }
            </QueryView>
          )}
        </Panel>
        {areas.includes('replays') && <ReplayPanel />}
        {version && <RunningCases version={version} moving={moving} choose={setMoving} />}
      </div>
      <aside className={styles.side}>
        <CheckList
          report={report.data}
          check={checked ? undefined : () => setChecked(true)}
          busy={report.isFetching}
          moving={moving}
          version={version}
        />
        {version && !readOnly && <ProposalPanel key={version.id} version={version} moving={moving} />}
        {version && <NextStep version={version} />}
        <VersionHistory versions={own} />
      </aside>
    </div>
  );
}
