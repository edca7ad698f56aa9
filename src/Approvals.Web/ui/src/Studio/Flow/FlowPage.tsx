import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type BlockKind, blockKindsQuery, type Flow, flowQuery } from '../../api/flow';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import { BlockDrawer } from './Drawer/BlockDrawer';
import styles from './Flow.module.css';
import { FlowCanvas } from './FlowCanvas';
import { FlowContext, type FlowView } from './FlowContext';
import { FlowProblems } from './FlowProblems';
import { ShownPath } from './ShownPath';
import { useFlowDesk } from './useFlowDesk';

/** The flow designer: blocks or the free canvas over one definition, a drawer for the chosen step, problems below. */
export default function FlowPage() {
  const { t } = useTexts('flow');
  const { i18n } = useTranslation();
  const { draft } = useDraft();
  const [query] = useSearchParams();
  const files = draft.files.filter((one) => one.path === 'workflow.json' || one.path.startsWith('flows/'));
  const [file, setFile] = useState(files.find((one) => one.path === query.get('file'))?.path ?? 'workflow.json');
  const hash = files.find((one) => one.path === file)?.hash ?? '';
  const flow = useQuery(flowQuery(draft.id, file, hash, i18n.language));
  const kinds = useQuery(blockKindsQuery(i18n.language));
  return (
    <div className={styles.page}>
      <h2 className="visually-hidden">{t('title')}</h2>
      {files.length > 1 && (
        <Select
          className={styles.file}
          aria-label={t('file')}
          value={file}
          onChange={setFile}
          options={files.map((one) => ({ value: one.path, label: one.path }))}
        />
      )}
      <QueryView query={flow}>
        {(found) => (
          <QueryView query={kinds}>{(known) => <Designer key={file} flow={found} kinds={known} />}</QueryView>
        )}
      </QueryView>
    </div>
  );
}

function Designer({ flow, kinds }: { flow: Flow; kinds: BlockKind[] }) {
  const [view, setView] = useState<FlowView>('blocks');
  const desk = useFlowDesk(flow, kinds, view);
  return (
    <FlowContext value={desk}>
      <ReactFlowProvider>
        <div className={styles.work}>
          <div className={styles.left}>
            <ShownPath />
            <FlowCanvas choose={setView} />
            <FlowProblems />
          </div>
          {desk.selected && <BlockDrawer key={desk.selected.id} step={desk.selected} />}
        </div>
      </ReactFlowProvider>
    </FlowContext>
  );
}
