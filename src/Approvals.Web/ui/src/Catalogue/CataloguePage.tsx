import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/useTexts';
import { servicesQuery } from '../api/applicant';
import { ServiceGrid } from '../Home/ServicesPanel';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';

/** All services: each leads to its guide. */
export default function CataloguePage() {
  const { t } = useTexts('services');
  const services = useQuery(servicesQuery);
  return (
    <>
      <PageTitle title={t('title')} below={t('text')} />
      <QueryView query={services}>
        {(found) => (
          <Panel flush>
            {found.length === 0 ? (
              <EmptyState title={t('home:services.none')}>{t('home:services.noneText')}</EmptyState>
            ) : (
              <ServiceGrid services={found} />
            )}
          </Panel>
        )}
      </QueryView>
    </>
  );
}
