import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { AllKeysPanel } from './AllKeysPanel';
import { KeysPanel } from './KeysPanel';
import { WebhooksPanel } from './WebhooksPanel';

/** The programs that act for the reader, and where they are told; for administrators of accounts, everybody's keys. */
export default function ProgramsPage() {
  const { t } = useTexts('programs');
  const { user } = useSession();
  const administers = user?.roles.some(({ role }) => role === 'SystemAdmin' || role === 'SecurityAdmin') ?? false;
  const manages = user?.roles.some(({ role }) => role === 'SystemAdmin') ?? false;
  return (
    <>
      <PageTitle title={t('title')} below={t('text')} />
      {manages && <AllKeysPanel />}
      {administers ? !manages && <p className="muted">{t('notForAdministrators')}</p> : <Own />}
    </>
  );
}

function Own() {
  return (
    <>
      <KeysPanel />
      <WebhooksPanel />
    </>
  );
}
