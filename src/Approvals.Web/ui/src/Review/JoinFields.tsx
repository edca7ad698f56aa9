import { InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ActDto, SignerPlace, WorkTaskDto } from '../api/contract';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import type { ActInput, Missing } from './acts';
import { ColleaguePicker } from './ColleaguePicker';
import styles from './Review.module.css';

interface Props {
  task: WorkTaskDto;
  act: ActDto;
  input: ActInput;
  set: (change: Partial<ActInput>) => void;
  ask: (name: Missing, title: string, children: ReactNode) => ReactNode;
}

/** What an act asks for that brings in colleagues or makes a limit longer. */
export function JoinFields({ task, act, input, set, ask }: Props) {
  const { t } = useTexts('review');
  const { extension, places } = act;
  return (
    <>
      {places &&
        ask(
          'place',
          t('ask.place'),
          <Radio.Group
            className={styles.choices}
            value={input.place}
            onChange={(event) => set({ place: event.target.value as SignerPlace })}
            options={places.map(({ place, label, consequence }) => ({
              value: place,
              label: (
                <>
                  {label} <span className="muted">{consequence}</span>
                </>
              ),
            }))}
          />,
        )}
      {act.picks === 'one' &&
        ask(
          'to',
          t(act.act === 'transfer' ? 'ask.to' : 'ask.colleague'),
          <ColleaguePicker
            task={task.id}
            transfer={act.act === 'transfer'}
            many={false}
            value={input.to ? [input.to] : []}
            set={([to]) => set({ to: to ?? null })}
          />,
        )}
      {act.picks === 'many' &&
        ask(
          'people',
          t('ask.colleagues'),
          <ColleaguePicker task={task.id} many value={input.people} set={(people) => set({ people })} />,
        )}
      {extension &&
        ask(
          'length',
          t('ask.length'),
          <>
            <InputNumber
              aria-label={t('ask.length')}
              min={extension.length + 1}
              max={extension.most}
              precision={0}
              value={input.length}
              onChange={(length) => set({ length })}
              suffix={extension.unit}
              style={{ width: 200 }}
            />
            <p className="muted">
              {t('extension', { length: extension.length, most: extension.most, unit: extension.unit })}
              {extension.until && t('extensionUntil', { day: isoDay(extension.until) })}
            </p>
          </>,
        )}
    </>
  );
}
