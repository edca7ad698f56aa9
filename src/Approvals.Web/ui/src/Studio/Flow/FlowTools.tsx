import {
  CompressOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { AutoComplete, Button, Input, Segmented, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import styles from './Flow.module.css';
import { type FlowView, useFlow } from './FlowContext';

/** Undo, redo and search above; zoom below; blocks or the free canvas. */
export function FlowTools({ choose }: { choose: (view: FlowView) => void }) {
  const { t } = useTexts('flow');
  const { draft, undo, redo } = useDraft();
  const { view, readOnly } = useFlow();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <>
      <Panel position="top-left" className={styles.tools}>
        {!readOnly && (
          <>
            <Tool label={t('undo')} icon={<UndoOutlined />} disabled={!draft.canUndo} act={() => void undo()} />
            <Tool label={t('redo')} icon={<RedoOutlined />} disabled={!draft.canRedo} act={() => void redo()} />
          </>
        )}
        <Search />
      </Panel>
      <Panel position="top-right">
        <Segmented<FlowView>
          aria-label={t('view.label')}
          value={view}
          onChange={choose}
          options={[
            { value: 'blocks', label: t('view.blocks') },
            { value: 'canvas', label: t('view.canvas') },
          ]}
        />
      </Panel>
      <Panel position="bottom-left" className={styles.tools}>
        <Tool label={t('zoomOut')} icon={<ZoomOutOutlined />} act={() => void zoomOut()} />
        <Zoom />
        <Tool label={t('zoomIn')} icon={<ZoomInOutlined />} act={() => void zoomIn()} />
        <Tool label={t('fit')} icon={<CompressOutlined />} act={() => void fitView({ padding: 0.1 })} />
      </Panel>
    </>
  );
}

/** By itself, for it is drawn anew whenever the drawing is moved. */
function Zoom() {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return <span className={styles.zoom}>{percent}%</span>;
}

function Tool({ label, icon, act, disabled }: { label: string; icon: ReactNode; act: () => void; disabled?: boolean }) {
  return (
    <Tooltip title={label}>
      <Button type="text" size="small" icon={icon} aria-label={label} disabled={disabled === true} onClick={act} />
    </Tooltip>
  );
}

function Search() {
  const { t } = useTexts('flow');
  const { flow, select } = useFlow();
  const { setCenter, getNode } = useReactFlow();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = flow.steps.filter((step) =>
    [step.title, step.id, step.kindName, step.summary].some((said) => said.toLowerCase().includes(wanted)),
  );
  const go = (id: string) => {
    const node = getNode(id);
    select(id);
    setText('');
    if (node) {
      void setCenter(node.position.x + 108, node.position.y + 30, { zoom: 1 });
    }
  };
  return (
    <AutoComplete
      defaultActiveFirstOption
      popupMatchSelectWidth={320}
      className={styles.search}
      value={text}
      onChange={setText}
      onSelect={go}
      options={
        wanted === ''
          ? []
          : found.slice(0, 20).map((step) => ({ value: step.id, label: `${step.title} · ${step.kindName}` }))
      }
    >
      <Input
        type="search"
        size="small"
        prefix={<SearchOutlined />}
        placeholder={t('search')}
        aria-label={t('search')}
      />
    </AutoComplete>
  );
}
