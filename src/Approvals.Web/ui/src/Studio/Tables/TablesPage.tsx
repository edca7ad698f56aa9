import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type DecisionFile, decisionsQuery } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import { DecisionEditor } from './DecisionEditor';
import { GraphView } from './GraphView';
import { NewDecision } from './NewDecision';
import styles from './Tables.module.css';

/** The decisions of a draft: the requirement graph of a file, or one decision of it. */
export default function TablesPage() {
  const { draft } = useDraft();
  const query = useQuery(decisionsQuery(draft.id, draft.hash));
  return <QueryView query={query}>{(files) => <Decisions files={files} />}</QueryView>;
}

function Decisions({ files }: { files: DecisionFile[] }) {
  const { t } = useTexts('tables');
  const { readOnly } = useDraft();
  const [search, setSearch] = useSearchParams();
  const [making, setMaking] = useState(false);
  const all = files.flatMap((file) =>
    file.elements.filter((one) => one.logic !== 'none').map((one) => ({ file, one })),
  );
  const own = all.filter(({ file }) => file.file === search.get('file'));
  const chosen =
    own.find(({ one }) => one.id === search.get('decision') || one.name === search.get('place')) ??
    own.find(({ one }) => one.logic === 'table') ??
    all.find(({ one }) => one.logic === 'table') ??
    all[0];
  const open = (file: string, decision: string) => setSearch({ file, decision });
  const view = search.get('view') === 'graph' ? 'graph' : 'decision';
  const add = !readOnly && <Button onClick={() => setMaking(true)}>{t('new.open')}</Button>;
  return (
    <div className={styles.page}>
      <div className={styles.chooser}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('choose')}
          className={styles.decision}
          value={chosen && `${chosen.file.file}\n${chosen.one.id}`}
          popupMatchSelectWidth={false}
          onChange={(value: string) => {
            const [file = '', decision = ''] = value.split('\n');
            open(file, decision);
          }}
          options={files.map((file) => ({
            label: file.name,
            title: file.file,
            options: file.elements
              .filter((one) => one.logic !== 'none')
              .map((one) => ({
                value: `${file.file}\n${one.id}`,
                label: one.problems.length > 0 ? `${one.label} ⚠` : one.label,
              })),
          }))}
        />
        <Segmented
          aria-label={t('view.label')}
          value={view}
          onChange={(next) =>
            setSearch({
              ...(chosen && { file: chosen.file.file, decision: chosen.one.id }),
              ...(next === 'graph' && { view: 'graph' }),
            })
          }
          options={[
            { value: 'decision', label: t('view.decision') },
            { value: 'graph', label: t('view.graph') },
          ]}
        />
        {add}
      </div>
      {files
        .filter((file) => file.problem !== null)
        .map((file) => (
          <p key={file.file} role="alert">
            {file.file}: {file.problem}
          </p>
        ))}
      {chosen === undefined ? (
        <EmptyState title={t('empty.title')} actions={add}>
          {t('empty.text')}
        </EmptyState>
      ) : view === 'graph' ? (
        <GraphView file={chosen.file} chosen={chosen.one.id} open={(decision) => open(chosen.file.file, decision)} />
      ) : (
        <DecisionEditor key={`${chosen.file.file} ${chosen.one.id}`} file={chosen.file.file} element={chosen.one} />
      )}
      {making && <NewDecision files={files} done={open} close={() => setMaking(false)} />}
    </div>
  );
}
