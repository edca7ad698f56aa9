import { Select } from 'antd';
import type { MigrationPlanDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import styles from './PolicyPackages.module.css';

interface Props {
  plan: MigrationPlanDto;
  place: (activity: string, chosen: string | undefined) => void;
}

/** Where each step of the old version goes; another place may be named. */
export function MigrationSteps({ plan, place }: Props) {
  const { t } = useTexts('policy');
  return (
    <div className={people.scroll} tabIndex={0} role="region" aria-label={t('migration.plan')}>
      <table className={people.table}>
        <thead>
          <tr>
            {(['step', 'place', 'found'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`migration.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.steps.map((step) => (
            <tr key={step.activity}>
              <td>
                {step.name} <span className="muted">({step.activity})</span>
              </td>
              <td>
                <Select
                  className={styles.wide}
                  aria-label={`${t('migration.place')} ${step.name}`}
                  allowClear={step.found === 'named'}
                  placeholder={t('migration.choose')}
                  value={step.to ?? undefined}
                  options={step.choices.map(({ value, label }) => ({ value, label }))}
                  onChange={(chosen?: string) => place(step.activity, chosen)}
                />
              </td>
              <td>
                <Tag tone={step.found === 'none' ? 'warn' : 'plain'}>{t(`found.${step.found}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
