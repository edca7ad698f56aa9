import { Checkbox, Input, Select, Switch } from 'antd';
import type { FormLanguage } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { Waiting } from '../../Layout/Waiting';
import { useTyped } from '../Settings/useTyped';
import { useDraft } from '../Shell/DraftContext';
import { LetterBody } from './LetterBody';
import { channelsOf, type LetterText, readLetter, writeLetter } from './letterText';
import styles from './Letters.module.css';

const channels = ['page', 'mail', 'sms', 'pickup'] as const;

/** One language of a letter: what stands above it, and its text with placeholders. */
export function LetterEditor({ path, language }: { path: string; language: FormLanguage }) {
  const { t } = useTexts('designers');
  const { file, edit, readOnly, problems } = useDraft();
  const text = file<string>(path);
  if (text === undefined) {
    return <Waiting panels={1} />;
  }
  const letter = readLetter(text);
  const save = (changed: Partial<LetterText>) => {
    const written = writeLetter({ ...letter, ...changed });
    return written === text ? undefined : edit([{ kind: 'file.write', file: path, value: written }]);
  };
  const set = (key: string, value: string) => save({ head: { ...letter.head, [key]: value } });
  return (
    <>
      {problems
        .filter((problem) => problem.file === path)
        .map((problem) => (
          <p key={`${problem.place ?? ''} ${problem.text}`} className={styles.error}>
            {problem.text}
          </p>
        ))}
      <Subject value={letter.head.subject ?? ''} write={(value) => set('subject', value)} disabled={readOnly} />
      <div className={styles.options}>
        <div role="group" aria-label={t('letters.channels')}>
          <span className={styles.label}>{t('letters.channels')}</span>
          <Checkbox.Group
            disabled={readOnly}
            value={channelsOf(letter.head)}
            options={channels.map((one) => ({ value: one, label: t(`letters.channel.${one}`) }))}
            onChange={(chosen) => set('channels', `[${chosen.join(', ')}]`)}
          />
        </div>
        <Entry label={t('letters.kind')}>
          {(id) => (
            <Select
              id={id}
              disabled={readOnly}
              value={letter.head.kind ?? 'letter'}
              options={(['letter', 'message'] as const).map((one) => ({
                value: one,
                label: t(`letters.kinds.${one}`),
              }))}
              onChange={(kind: string) => set('kind', kind)}
            />
          )}
        </Entry>
        <FlagEntry
          label={t('letters.seal')}
          value={letter.head.seal}
          set={(value) => set('seal', value)}
          disabled={readOnly}
        />
        <FlagEntry
          label={t('letters.deliver')}
          value={letter.head.deliver}
          set={(value) => set('deliver', value)}
          disabled={readOnly}
        />
      </div>
      <LetterBody body={letter.body} language={language} write={(body) => save({ body })} disabled={readOnly} />
    </>
  );
}

function Subject({ value, write, disabled }: { value: string; write: (value: string) => unknown; disabled: boolean }) {
  const { t } = useTexts('designers');
  const typed = useTyped(value, write);
  return <Entry label={t('letters.subject')}>{(id) => <Input id={id} disabled={disabled} {...typed} />}</Entry>;
}

function FlagEntry({
  label,
  value,
  set,
  disabled,
}: {
  label: string;
  value: string | undefined;
  set: (value: string) => void;
  disabled: boolean;
}) {
  return (
    <Entry label={label}>
      {(id) => (
        <Switch id={id} disabled={disabled} checked={value === 'true'} onChange={(on) => set(on ? 'true' : '')} />
      )}
    </Entry>
  );
}
