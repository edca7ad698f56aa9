import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useSession } from '../App/useSession';
import { checkQuery, publishVersion, versionsQuery } from '../api/policy';
import type { ServiceVersionDto, VersionReport } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from './PolicyPackages.module.css';
import { Findings } from './Findings';

const format = 'YYYY-MM-DD';

interface Props {
  version: ServiceVersionDto;
  /** Whether it is to be published, not only looked at. */
  publishing: boolean;
  close: () => void;
}

/** The gate: what stands in the way of a version, in words; and, where nothing does, the day from which it binds. */
export function CheckDrawer({ version, publishing, close }: Props) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  const { today } = useSession();
  const proposed = version.proposedFrom ?? today;
  const [day, setDay] = useState(proposed < today ? today : proposed);
  const report = useQuery(checkQuery(version.id, version.hash));
  const publish = useMutation({
    mutationFn: () => publishVersion(version.id, day, version.hash),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
      close();
    },
  });
  const named = { name: version.name, number: version.number };
  return (
    <Drawer
      open
      title={publishing ? t('publish.title', named) : t('check.title', named)}
      size={560}
      onClose={close}
      footer={
        <div className={styles.footer}>
          <Button onClick={close}>{t('common:close')}</Button>
          {publishing && (
            <Button
              type="primary"
              disabled={report.data?.isSound !== true || day === ''}
              loading={publish.isPending}
              onClick={() => publish.mutate()}
            >
              {t('act.publish')}
            </Button>
          )}
        </div>
      }
    >
      {publish.error && <ProblemAlert error={publish.error} />}
      {report.isPending && <p role="status">{t('check.running')}</p>}
      <QueryView query={report}>{(found) => <Report report={found} version={version.id} />}</QueryView>
      {publishing && report.data?.isSound && <DayEntry today={today} day={day} setDay={setDay} />}
    </Drawer>
  );
}

function Report({ report, version }: { report: VersionReport; version: string }) {
  const { t } = useTexts('policy');
  const blocking = report.findings.filter((finding) => finding.blocks).length;
  return (
    <>
      <p>
        <Tag tone={report.isSound ? 'ok' : 'error'}>
          {report.isSound ? t('check.sound') : t('check.blocked', { count: blocking })}
        </Tag>
      </p>
      <p className="muted">{t('check.counts', { guarantees: report.guarantees, scenarios: report.scenarios })}</p>
      <Findings findings={report.findings} version={version} />
    </>
  );
}

function DayEntry({ today, day, setDay }: { today: string; day: string; setDay: (day: string) => void }) {
  const { t } = useTexts('policy');
  const field = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={field}>{t('publish.day')}</label>
      <DatePicker
        id={field}
        format={format}
        minDate={dayjs(today, format)}
        value={day === '' ? null : dayjs(day, format)}
        onChange={(chosen) => setDay(chosen?.format(format) ?? '')}
      />
      <p className="muted small">{t('publish.text')}</p>
    </div>
  );
}
