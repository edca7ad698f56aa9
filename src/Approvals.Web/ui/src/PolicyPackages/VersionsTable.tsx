import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { archiveUrl } from '../api/policy';
import type { ServiceVersionDto, VersionAct } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import people from '../People/People.module.css';
import styles from './PolicyPackages.module.css';
import { VersionDialog } from './VersionDialog';

type Wanted = { version: ServiceVersionDto; act: Exclude<VersionAct, 'submit'> | 'check' };
const columns = ['number', 'state', 'effectiveFrom', 'openCases', 'by', 'acts'] as const;

/** The versions of one service, with what the reader may do with each. */
export function VersionsTable({ versions, today }: { versions: ServiceVersionDto[]; today: string }) {
  const { t } = useTexts('policy');
  const [wanted, setWanted] = useState<Wanted>();
  return (
    <>
      <div className={people.scroll} tabIndex={0} role="region" aria-label={versions[0]?.name}>
        <table className={people.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`versions.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Row key={version.id} version={version} today={today} want={(act) => setWanted({ version, act })} />
            ))}
          </tbody>
        </table>
      </div>
      {wanted && <VersionDialog {...wanted} close={() => setWanted(undefined)} />}
    </>
  );
}

interface RowProps {
  version: ServiceVersionDto;
  today: string;
  want: (act: Wanted['act']) => void;
}

function Row({ version, today, want }: RowProps) {
  const { t } = useTexts('policy');
  const { t: s } = useTexts('studio');
  const state = stateOf(version, today);
  const by = [
    version.createdBy ? t('versions.author', { name: version.createdBy }) : t('versions.product'),
    version.publishedBy && t('versions.publisher', { name: version.publishedBy }),
  ];
  return (
    <tr>
      <td>{t('versions.numberOf', { number: version.number })}</td>
      <td>
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      </td>
      <td>{version.effectiveFrom ?? '—'}</td>
      <td>{version.openCases}</td>
      <td>{by.filter(Boolean).join(t('common:listComma'))}</td>
      <td>
        <div className={styles.acts}>
          <Link to={`/studio/${version.id}/overview`}>{s('list.open')}</Link>
          {version.acts.map((act) =>
            act === 'submit' ? (
              <Link key={act} to={`/studio/${version.id}/publish#proposal`}>
                {t('act.submit')}
              </Link>
            ) : (
              <Button key={act} size="small" onClick={() => want(act)}>
                {t(`act.${act}`)}
              </Button>
            ),
          )}
          <Button size="small" onClick={() => want('check')}>
            {t('versions.check')}
          </Button>
          <a href={archiveUrl(version.id)} download>
            {t('versions.export')}
          </a>
        </div>
      </td>
    </tr>
  );
}

const tones: Record<ReturnType<typeof stateOf>, Tone> = {
  inForce: 'ok',
  coming: 'info',
  replaced: 'plain',
  draft: 'plain',
  submitted: 'warn',
  retired: 'plain',
};

function stateOf({ state, inForce, effectiveFrom }: ServiceVersionDto, today: string) {
  if (state !== 'published') {
    return state;
  }
  return inForce ? 'inForce' : effectiveFrom !== null && effectiveFrom > today ? 'coming' : 'replaced';
}
