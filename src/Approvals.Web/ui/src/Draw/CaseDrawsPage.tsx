import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { caseDrawsQuery } from '../api/experts';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Draw.module.css';
import { DrawRecord } from './DrawRecord';
import { MemberList } from './MemberList';

/** How the panels of a case were drawn, for leads and auditors. */
export default function CaseDrawsPage() {
  const { t } = useTexts('draw');
  const { id = '' } = useParams();
  const draws = useQuery(caseDrawsQuery(id));
  const number = draws.data?.[0]?.caseNumber;
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('casePage.title')}
        crumbs={[{ to: `/work/cases/${id}`, text: number ?? t('openCase') }]}
        below={t('casePage.text')}
      />
      <QueryView query={draws}>
        {(found) =>
          found.length === 0 ? (
            <Panel>
              <EmptyState title={t('casePage.none')}>{t('casePage.noneText')}</EmptyState>
            </Panel>
          ) : (
            <>
              {found.map((panel) => (
                <Panel key={panel.stepName} flush title={panel.stepName}>
                  <MemberList draw={panel} />
                  {panel.draws.map((one) => (
                    <DrawRecord key={one.at} record={one} />
                  ))}
                </Panel>
              ))}
            </>
          )
        }
      </QueryView>
    </div>
  );
}
