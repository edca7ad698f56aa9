import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ActDto, WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { type ActInput, isJoining, type Missing, opensFields } from './acts';
import { FieldPicker } from './FieldPicker';
import { JoinFields } from './JoinFields';
import styles from './Review.module.css';
import type { Acting } from './useActing';

interface Props {
  task: WorkTaskDto;
  act: ActDto;
  acting: Acting;
  input: ActInput;
  setInput: (input: ActInput) => void;
  missing: Missing[];
}

/** What this act asks for: where to, which fields and documents, to whom, why. */
export function ActFields({ task, act, acting, input, setInput, missing }: Props) {
  const { t } = useTexts('review');
  const set = (change: Partial<ActInput>) => setInput({ ...input, ...change });
  const ask = (name: Missing, title: string, children: ReactNode) => (
    <fieldset className={styles.ask}>
      <legend>{title}</legend>
      {missing.includes(name) && <p className={styles.missing}>{t(`missing.${name}`)}</p>}
      {children}
    </fieldset>
  );
  const documents = (list: NonNullable<ActDto['documents']>, value: string[], onChange: (value: string[]) => void) => (
    <Checkbox.Group
      className={styles.choices}
      value={value}
      onChange={onChange}
      options={list.map(({ type, name }) => ({ value: type, label: name }))}
    />
  );
  const opens = opensFields(act, input);
  return (
    <>
      {act.targets &&
        act.targets.length > 0 &&
        ask(
          'target',
          t('ask.target'),
          <Radio.Group
            className={styles.choices}
            value={input.target}
            onChange={(event) => set({ target: event.target.value as string })}
            options={act.targets.map(({ activity, name }) => ({ value: activity, label: name }))}
          />,
        )}
      {opens &&
        act.fields &&
        act.fields.length > 0 &&
        ask('fields', t('ask.fields'), <FieldPicker fields={act.fields} input={input} set={set} />)}
      {opens &&
        act.documents &&
        act.documents.length > 0 &&
        ask(
          'fields',
          t('ask.documents'),
          documents(act.documents, input.documents, (value) => set({ documents: value })),
        )}
      {act.conditional && act.conditional.length > 0 && (
        <fieldset className={styles.ask}>
          <legend>{t('ask.promised')}</legend>
          {documents(act.conditional, input.promised, (value) => set({ promised: value }))}
        </fieldset>
      )}
      {act.people &&
        ask(
          'to',
          t(act.act === 'removeSigner' ? 'ask.remove' : 'ask.to'),
          <Select
            style={{ width: '100%' }}
            aria-label={t('ask.to')}
            showSearch={{ optionFilterProp: 'label' }}
            value={input.to}
            onChange={(to) => set({ to })}
            options={act.people.map(({ id, name, place }) => ({ value: id, label: `${name} · ${place}` }))}
          />,
        )}
      <JoinFields task={task} act={act} input={input} set={set} ask={ask} />
      {(act.needsReason || isJoining(act)) &&
        ask(
          'reason',
          reasonOf(act, t),
          <Input.TextArea
            rows={3}
            maxLength={1000}
            aria-label={reasonOf(act, t)}
            value={input.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />,
        )}
      {!isJoining(act) &&
        !act.needsReason &&
        ask(
          'opinion',
          act.needsOpinion ? t('opinion') : `${t('opinion')}${t('common:optional')}`,
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            aria-label={t('opinion')}
            value={acting.opinion}
            onChange={(event) => acting.setOpinion(event.target.value)}
          />,
        )}
    </>
  );
}

/** What is asked for, in the words of the act: a question, a reason, or a note that may be left out. */
function reasonOf(act: ActDto, t: ReturnType<typeof useTexts<'review'>>['t']): string {
  return act.act === 'askOpinion'
    ? t('ask.question')
    : act.needsReason
      ? t('ask.reason')
      : `${t('ask.messageTo')}${t('common:optional')}`;
}
