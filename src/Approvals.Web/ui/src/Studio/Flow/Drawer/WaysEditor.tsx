import { Select } from 'antd';
import type { FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';

/** Where each outcome leads. */
export function WaysEditor({ step }: { step: FlowStep }) {
  const { t } = useTexts('flow');
  const { flow, edit, commands, readOnly } = useFlow();
  const ways = flow.ways.filter((way) => way.source === step.id);
  const ports = [
    ...new Map([
      ...step.ports.map((port) => [port.port, port.name] as const),
      ...ways.map((way) => [way.port, step.ports.find((port) => port.port === way.port)?.name ?? way.port] as const),
    ]),
  ];
  if (ports.length === 0) {
    return null;
  }
  const options = flow.steps.filter((one) => one.id !== step.id).map((one) => ({ value: one.id, label: one.title }));
  const lead = (port: string, target: string | undefined) => {
    const now = ways.filter((way) => way.port === port);
    void edit(
      target === undefined
        ? now.map((way) => commands.disconnect(way))
        : [commands.connect(step.id, port, target, true)],
    );
  };
  return (
    <div className={styles.setting} role="group" aria-label={t('ways.title')}>
      <div className={styles.label}>{t('ways.title')}</div>
      <div className={styles.rows}>
        {ports.map(([port, name]) => {
          const targets = ways.filter((way) => way.port === port);
          return (
            <div key={port} className={styles.pair}>
              <label htmlFor={`way-${port}`}>{name}</label>
              <Select
                id={`way-${port}`}
                size="small"
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('ways.nowhere')}
                value={targets.length === 1 ? targets[0]?.target : undefined}
                disabled={readOnly || targets.length > 1}
                options={options}
                onChange={(target: string | undefined) => lead(port, target)}
              />
            </div>
          );
        })}
      </div>
      <p className={styles.help}>{t('ways.help')}</p>
    </div>
  );
}
