import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { versionsQuery } from '../../api/policy';
import { comparisonQuery } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { Panel } from '../../Layout/Panel';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import { Differences } from './Differences';
import styles from './Overview.module.css';

/** What this version changes against another of the service, or against the base of a variant, in words or side by side. */
export function ComparePanel({ withBase = false }: { withBase?: boolean }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const versions = useQuery(versionsQuery);
  const [chosen, setChosen] = useState<string>();
  const [way, setWay] = useState<'words' | 'sides'>('words');
  const others = (versions.data ?? []).filter((one) => one.service === draft.service && one.id !== draft.id);
  const base = withBase && draft.variant?.baseId ? { ...draft.variant, id: draft.variant.baseId } : undefined;
  const live = draft.live?.id !== draft.id ? draft.live?.id : undefined;
  const from = chosen ?? live ?? others[0]?.id ?? base?.id;
  if (from === undefined) {
    return null;
  }
  return (
    <Panel
      flush
      className={styles.compare}
      title={t('compare.title')}
      extra={
        <span className={styles.ways}>
          <Select
            size="small"
            aria-label={t('compare.with')}
            value={from}
            options={[
              ...others.map(({ id, number, state }) => ({
                value: id,
                label: t('versionOf', { number, state: t(`state.${state}`) }),
              })),
              ...(base === undefined ? [] : [{ value: base.id, label: t('variant.base', { ...base }) }]),
            ]}
            onChange={setChosen}
          />
          <Segmented
            size="small"
            aria-label={t('compare.way')}
            value={way}
            options={[
              { value: 'words', label: t('compare.words') },
              { value: 'sides', label: t('compare.sides') },
            ]}
            onChange={setWay}
          />
        </span>
      }
    >
      <Compared from={from} way={way} />
    </Panel>
  );
}

/** What the version on the screen changes against another. */
export function Compared({ from, way }: { from: string; way: 'words' | 'sides' }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const query = useQuery(comparisonQuery(from, draft.id, draft.hash));
  return (
    <QueryView query={query}>
      {({ changes, more }) =>
        changes.length === 0 ? (
          <EmptyState title={t('compare.none')}>{t('compare.noneText')}</EmptyState>
        ) : (
          <>
            <Differences changes={changes} way={way} />
            {more && <p className={styles.more}>{t('compare.more')}</p>}
          </>
        )
      }
    </QueryView>
  );
}
