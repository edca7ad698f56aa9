import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  DownOutlined,
  PlusOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { SettingDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { elementAddress, find, pointer } from './address';
import { type Command, listIn } from './json';
import { useSettingsFile } from './place';
import { copiedRecord, freshRecord, recordName } from './records';
import styles from './Settings.module.css';
import { SettingsForm } from './SettingsForm';

/** A list of records as cards: add, copy, move, remove, each by a button. */
export function RecordsControl({ setting, at }: { setting: SettingDto; at: string }) {
  const { t } = useTexts('designers');
  const { file, root, edit, readOnly } = useSettingsFile();
  const [open, setOpen] = useState<number | null>(null);
  const id = useId();
  const list = listIn(find(root, at));
  const run = (command: Omit<Command, 'file'>, then: number | null) => {
    setOpen(then);
    void edit([{ ...command, file }]);
  };
  const add = () =>
    run({ kind: 'value.insert', at, index: list.length, value: freshRecord(setting, list) }, list.length);
  return (
    <section className={styles.records} aria-labelledby={id} data-setting={setting.name}>
      <h3 id={id} className={styles.label}>
        {setting.label}
      </h3>
      <p className={styles.help}>{setting.help}</p>
      {list.map((_, index) => (
        <Card
          key={index}
          setting={setting}
          at={at}
          index={index}
          isOpen={open === index}
          toggle={() => setOpen(open === index ? null : index)}
          run={run}
        />
      ))}
      {list.length === 0 && <p className="muted">{t('noRecords')}</p>}
      {!readOnly && (
        <Button icon={<PlusOutlined />} onClick={add}>
          {t('addTo', { name: setting.label })}
        </Button>
      )}
    </section>
  );
}

interface CardProps {
  setting: SettingDto;
  at: string;
  index: number;
  isOpen: boolean;
  toggle: () => void;
  run: (command: Omit<Command, 'file'>, then: number | null) => void;
}

function Card({ setting, at, index, isOpen, toggle, run }: CardProps) {
  const { t, i18n } = useTexts('designers');
  const { file, root, problems } = useSettingsFile();
  const list = listIn(find(root, at));
  const record = list[index] ?? null;
  const own = elementAddress(list, at, index, setting.identity);
  const here = pointer(root, own);
  const wrong = problems.filter(
    (one) => one.file === file && (one.place === here || one.place?.startsWith(`${here}/`)),
  );
  const name = recordName(record, setting, i18n.language) || t('unnamed', { number: index + 1 });
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <button type="button" className={styles.cardName} aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? <DownOutlined /> : <RightOutlined />}
          <span>{name}</span>
          {wrong.length > 0 && <span className={styles.error}>{t('problemCount', { count: wrong.length })}</span>}
        </button>
        <Acts
          name={name}
          index={index}
          count={list.length}
          move={(to) => run({ kind: 'value.move', at: own, to: at, index: to }, isOpen ? to : null)}
          copy={() =>
            run({ kind: 'value.insert', at, index: index + 1, value: copiedRecord(record, setting, list) }, index + 1)
          }
          remove={() => run({ kind: 'value.remove', at: own }, null)}
        />
      </header>
      {isOpen && <SettingsForm settings={setting.settings} at={own} />}
    </article>
  );
}

interface ActsProps {
  name: string;
  index: number;
  count: number;
  move: (to: number) => void;
  copy: () => void;
  remove: () => void;
}

function Acts({ name, index, count, move, copy, remove }: ActsProps) {
  const { t } = useTexts('designers');
  const { readOnly } = useSettingsFile();
  if (readOnly) {
    return null;
  }
  const acts = [
    { key: 'up', icon: <ArrowUpOutlined />, off: index === 0, run: () => move(index - 1) },
    { key: 'down', icon: <ArrowDownOutlined />, off: index === count - 1, run: () => move(index + 1) },
    { key: 'copy', icon: <CopyOutlined />, off: false, run: copy },
    { key: 'remove', icon: <DeleteOutlined />, off: false, run: remove },
  ] as const;
  return (
    <span className={styles.acts}>
      {acts.map((act) => (
        <Button
          key={act.key}
          size="small"
          type="text"
          icon={act.icon}
          disabled={act.off}
          aria-label={t(`acts.${act.key}`, { name })}
          title={t(`acts.${act.key}`, { name })}
          onClick={act.run}
        />
      ))}
    </span>
  );
}
