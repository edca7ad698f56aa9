import type { Connection } from '@xyflow/react';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { useFlow } from './FlowContext';

/** By which outcome a new connection is followed. */
export function PortDialog({ joining, close }: { joining: Connection; close: () => void }) {
  const { t } = useTexts('flow');
  const { flow, edit, commands } = useFlow();
  const [source, target] = [
    flow.steps.find((step) => step.id === joining.source),
    flow.steps.find((step) => step.id === joining.target),
  ];
  const ports = source?.ports.length ? source.ports : [{ port: 'Done', name: t('next'), isMain: true }];
  const free = ports.find((one) => !flow.ways.some((way) => way.source === joining.source && way.port === one.port));
  const [port, setPort] = useState((free ?? ports[0])?.port ?? 'Done');
  const connect = () => {
    close();
    void edit([commands.connect(joining.source, port, joining.target)]);
  };
  return (
    <Modal
      open
      title={t('connect.title', { from: source?.title ?? '', to: target?.title ?? '' })}
      okText={t('connect.ok')}
      onOk={connect}
      onCancel={close}
    >
      <p className="muted">{t('connect.text')}</p>
      <Radio.Group
        className={styles.ports}
        value={port}
        onChange={(event) => setPort(event.target.value as string)}
        options={ports.map((one) => ({ value: one.port, label: one.name }))}
      />
    </Modal>
  );
}
