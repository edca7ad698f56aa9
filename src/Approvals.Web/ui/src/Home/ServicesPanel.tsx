import { ProfileOutlined } from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { ServiceCardDto } from '../api/contract';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import styles from './Home.module.css';

export function ServicesPanel({ services }: { services: ServiceCardDto[] }) {
  const { t } = useTexts('home');
  return (
    <Panel title={t('services.title')} extra={<Link to="/services">{t('services.check')}</Link>} flush>
      {services.length === 0 ? (
        <EmptyState title={t('services.none')}>{t('services.noneText')}</EmptyState>
      ) : (
        <ServiceGrid services={services} />
      )}
    </Panel>
  );
}

export function ServiceGrid({ services }: { services: ServiceCardDto[] }) {
  const { t } = useTexts('home');
  return (
    <div className={styles.grid}>
      {services.map((service) => (
        <Link key={service.code} to={`/services/${service.code}`} className={styles.service}>
          <span className={styles.icon} aria-hidden="true">
            <ProfileOutlined />
          </span>
          <span>
            <strong>{service.name}</strong>
            <span className={styles.small}>
              {service.promised ? t('services.promised', { limit: service.promised }) : service.summary}
            </span>
            <span className={`${styles.small} ${service.openCases > 0 || service.draftId ? styles.open : ''}`}>
              {service.openCases > 0
                ? t('services.open', { count: service.openCases })
                : service.draftId
                  ? t('services.draft')
                  : service.available
                    ? t('services.available')
                    : (service.why ?? t('services.closed'))}
            </span>
          </span>
        </Link>
      ))}
    </div>
  );
}
