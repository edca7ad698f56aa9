import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSession } from '../App/useSession';
import type { ServiceVersionDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './PolicyPackages.module.css';

interface Props {
  versions: ServiceVersionDto[];
  from: string;
  to: string;
  choose: (way: { from: string; to: string }) => void;
}

/** The version that cases follow, and another one of the same service that is in force or was. */
export function ChooseVersions({ versions, from, to, choose }: Props) {
  const { t } = useTexts('policy');
  const { today } = useSession();
  const old = versions.find((version) => version.id === from);
  const sources = versions.filter((version) => version.state === 'published' || version.state === 'retired');
  const targets = versions.filter(
    (version) =>
      version.service === old?.service &&
      version.id !== from &&
      version.state === 'published' &&
      (version.effectiveFrom ?? '') <= today,
  );
  return (
    <div className={styles.choice}>
      <Entry label={t('migration.from')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            placeholder={t('migration.choose')}
            value={old?.id}
            options={sources.map(({ id: value, name, number, openCases }) => ({
              value,
              label: `${name} · ${t('migration.fromOption', { number, count: openCases })}`,
            }))}
            onChange={(chosen: string) => choose({ from: chosen, to: '' })}
          />
        )}
      </Entry>
      <Entry label={t('migration.to')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            placeholder={t('migration.choose')}
            value={targets.find((version) => version.id === to)?.id}
            options={targets.map(({ id: value, number }) => ({ value, label: t('migration.toOption', { number }) }))}
            onChange={(chosen: string) => choose({ from, to: chosen })}
          />
        )}
      </Entry>
    </div>
  );
}

function Entry({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
