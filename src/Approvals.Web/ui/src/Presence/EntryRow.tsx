import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { PresenceEntryDto } from '../api/contract';
import { confirmPresence, withdrawPresence } from '../api/presence';
import { messageOf } from '../api/problem';
import { isoDay, shortDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';
import { Tag, type Tone } from '../Layout/Tag';
import { EvidenceDialog } from './EvidenceDialog';
import styles from './Presence.module.css';

const tones: Record<PresenceEntryDto['state'], Tone> = {
  confirmed: 'ok',
  unconfirmed: 'info',
  proofMissing: 'warn',
  corrected: 'plain',
  withdrawn: 'plain',
};
const colours: Record<string, string | undefined> = { a: styles.classA, b: styles.classB, c: styles.uncounted };

interface Props {
  entry: PresenceEntryDto;
  year: number;
  change: (entry: PresenceEntryDto) => void;
  mark: (entry: PresenceEntryDto | undefined) => void;
}

/** One entry; while it is pointed at, its days are marked in the calendar. */
export function EntryRow({ entry, year, change, mark }: Props) {
  const { t } = useTexts('presence');
  const within = entry.from.startsWith(`${year}-`) && entry.to.startsWith(`${year}-`);
  const day = within ? shortDay : isoDay;
  const range = entry.from === entry.to ? day(entry.from) : t('range', { from: day(entry.from), to: day(entry.to) });
  const documents = entry.proofs.flatMap((proof) =>
    proof.document === null ? [] : [{ ...proof, id: proof.document }],
  );
  const kinds = [...new Set(entry.proofs.map((proof) => proof.kind))];
  const best = entry.class.toLowerCase();
  return (
    <tr
      className={entry.state === 'proofMissing' ? styles.doubtful : undefined}
      onMouseEnter={() => mark(entry)}
      onMouseLeave={() => mark(undefined)}
      onFocus={() => mark(entry)}
      onBlur={() => mark(undefined)}
    >
      <td>{range}</td>
      <td className={styles.number}>{entry.days}</td>
      <td className={styles.number}>
        <strong>{entry.counted}</strong>
      </td>
      <td>
        <span className={`${styles.badge} ${colours[best] ?? ''}`}>
          {best === 'none' ? '–' : entry.class.toUpperCase()}
        </span>
      </td>
      <td>
        {kinds.map((kind) => t(`proof.${kind}`)).join(t('join'))}
        {entry.reason !== null && <p className="muted">{t('reason', { reason: entry.reason })}</p>}
      </td>
      <td>{entry.employerName ?? '–'}</td>
      <td>
        {documents.length === 0 && '–'}
        {documents.map((proof, index) => (
          <div key={proof.id}>
            <a href={`/api/presence/documents/${proof.id}`} target="_blank" rel="noreferrer">
              {t('document', { what: t(`proof.${proof.kind}`), number: index + 1 })}
            </a>
          </div>
        ))}
      </td>
      <td>
        <Tag tone={tones[entry.state]}>{t(`state.${entry.state}`)}</Tag>
        {entry.merged > 0 && <p className="muted">{t('mergedDays', { count: entry.merged })}</p>}
      </td>
      <td>
        <Acts entry={entry} change={change} range={range} />
      </td>
    </tr>
  );
}

function Acts({ entry, change, range }: { entry: PresenceEntryDto; change: Props['change']; range: string }) {
  const { t } = useTexts('presence');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState<'withdraw' | 'evidence'>();
  const again = () => client.invalidateQueries({ queryKey: ['presence'] });
  const confirm = useMutation({
    mutationFn: () => confirmPresence(entry.id),
    onSuccess: () => message.success(t('confirmed')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: again,
  });
  if (!entry.mayChange) {
    return null;
  }
  const named = (act: string) => ({ size: 'small' as const, 'aria-label': `${act} ${range}` });
  return (
    <div className={styles.acts}>
      {entry.mayConfirm && (
        <Button {...named(t('confirm'))} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('confirm')}
        </Button>
      )}
      <Button {...named(t('handIn'))} onClick={() => setOpen('evidence')}>
        {t('handIn')}
      </Button>
      <Button {...named(t('change'))} onClick={() => change(entry)}>
        {t('change')}
      </Button>
      <Button {...named(t('withdraw'))} danger onClick={() => setOpen('withdraw')}>
        {t('withdraw')}
      </Button>
      {open === 'withdraw' && (
        <ReasonDialog
          title={t('withdrawDialog.title')}
          text={t('withdrawDialog.text')}
          label={t('withdrawDialog.label')}
          ok={t('withdrawDialog.ok')}
          done={t('withdrawDialog.done')}
          danger
          send={(reason) => withdrawPresence(entry.id, reason)}
          again={again}
          close={() => setOpen(undefined)}
        />
      )}
      {open === 'evidence' && <EvidenceDialog entry={entry} close={() => setOpen(undefined)} />}
    </div>
  );
}
