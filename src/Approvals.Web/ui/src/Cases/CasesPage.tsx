import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { casesQuery } from '../api/cases';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { CaseRows } from './CaseRows';

/** The reader's own cases, running or finished. */
export default function CasesPage() {
  const { t } = useTexts('cases');
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'finished' ? 'finished' : 'open';
  const cases = useInfiniteQuery(casesQuery({ scope: 'mine', state }));
  return (
    <>
      <PageTitle
        title={t('title')}
        extra={
          <Segmented
            value={state}
            onChange={(value) => setSearch({ state: value })}
            options={[
              { value: 'open', label: t('open') },
              { value: 'finished', label: t('finished') },
            ]}
          />
        }
      />
      <CaseRows
        query={cases}
        empty={
          <EmptyState
            title={t(state === 'open' ? 'noneOpen' : 'noneFinished')}
            actions={<Link to="/services">{t('home:waiting.apply')}</Link>}
          >
            {t('noneText')}
          </EmptyState>
        }
      />
    </>
  );
}
