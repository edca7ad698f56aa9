import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { KeptRegionDto } from '../api/contract';
import { keptRegionsQuery } from '../api/places';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { ImportPlaces } from './ImportPlaces';
import { RegionDialog } from './RegionDialog';

/** The tree of regions, level by level. */
export default function RegionsPage() {
  const { t } = useTexts('places');
  const [search] = useSearchParams();
  const parent = search.get('parent') ?? undefined;
  const regions = useQuery(keptRegionsQuery(parent));
  const [changing, setChanging] = useState<KeptRegionDto>();
  const [importing, setImporting] = useState(false);
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('regions.title')}
        below={t('regions.text')}
        extra={<Button onClick={() => setImporting(true)}>{t('import.regions')}</Button>}
      />
      <QueryView query={regions}>
        {(found) => (
          <Panel flush>
            {found.length === 0 && <EmptyState title={t('regions.none')}>{t('regions.noneText')}</EmptyState>}
            <ul>
              {found.map((region) => (
                <Row key={region.code} region={region} opened={region.code === parent} change={setChanging} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
      {changing && <RegionDialog region={changing} close={() => setChanging(undefined)} />}
      {importing && <ImportPlaces kind="regions" close={() => setImporting(false)} />}
    </div>
  );
}

interface RowProps {
  region: KeptRegionDto;
  opened: boolean;
  change: (region: KeptRegionDto) => void;
}

function Row({ region, opened, change }: RowProps) {
  const { t, i18n } = useTexts('places');
  const navigate = useNavigate();
  const name = i18n.language === 'en' ? region.nameEn : region.nameZh;
  const up = region.parent === null ? '/admin/regions' : `/admin/regions?parent=${region.parent}`;
  return (
    <li className={styles.role}>
      <div>
        <p>
          {opened ? <strong>{name}</strong> : <Below region={region} name={name} />}{' '}
          <Tag>{t(`level.${region.level}`)}</Tag>{' '}
          {region.endsOn !== null && (
            <Tag tone={region.ended ? 'plain' : 'warn'}>{t('regions.ends', { day: isoDay(region.endsOn) })}</Tag>
          )}
        </p>
        <p className="muted small">
          {region.code} · {i18n.language === 'en' ? region.nameZh : region.nameEn} ·{' '}
          {t('regions.children', { count: region.children })}
        </p>
      </div>
      <div className={styles.buttons}>
        {opened && (
          <Button size="small" onClick={() => void navigate(up)}>
            {t('regions.up')}
          </Button>
        )}
        <Button size="small" onClick={() => change(region)}>
          {t('change')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </li>
  );
}

function Below({ region, name }: { region: KeptRegionDto; name: string }) {
  return region.children === 0 ? <span>{name}</span> : <Link to={`/admin/regions?parent=${region.code}`}>{name}</Link>;
}
