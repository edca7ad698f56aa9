import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { draftQuery, type StudioDraft } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { useDocumentTitle } from '../../Layout/PageTitle';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { QueryView } from '../../Layout/QueryView';
import { Waiting } from '../../Layout/Waiting';
import { type StudioTab, tabs } from '../tabs';
import { useDraft } from './DraftContext';
import { DraftProvider } from './DraftProvider';
import styles from './Studio.module.css';
import { StudioTabs } from './StudioTabs';
import { VersionBar } from './VersionBar';

/** A version in the studio: the bar with its state, the tabs, and the page of the tab. */
export default function StudioPage() {
  const { id = '', tab } = useParams();
  const query = useQuery(draftQuery(id));
  const shown = tabs.find((one) => one.key === tab);
  if (shown === undefined) {
    return <Navigate to={`/studio/${id}/overview`} replace />;
  }
  return <QueryView query={query}>{(draft) => <Opened key={draft.id} draft={draft} tab={shown} />}</QueryView>;
}

function Opened({ draft, tab }: { draft: StudioDraft; tab: StudioTab }) {
  const { t } = useTexts('studio');
  useDocumentTitle(`${draft.name} · ${t(`tab.${tab.key}`)}`);
  const { Page } = tab;
  return (
    <DraftProvider draft={draft} place={tab.key}>
      <Keys />
      <div className={styles.studio}>
        <VersionBar />
        <StudioTabs shown={tab.key} />
        <Refusal />
        <div className={styles.content}>
          <Suspense fallback={<Waiting />}>
            <Page />
          </Suspense>
        </div>
      </div>
    </DraftProvider>
  );
}

/** What could not be saved, and why; nothing of it is in the draft. */
function Refusal() {
  const { refusal, forgive } = useDraft();
  if (refusal === undefined) {
    return null;
  }
  return (
    <div className={styles.refusal}>
      <ProblemAlert error={refusal} retry={undefined} />
      <Dismiss act={forgive} />
    </div>
  );
}

function Dismiss({ act }: { act: () => void }) {
  const { t } = useTexts('studio');
  return (
    <button type="button" className={styles.dismiss} onClick={act}>
      {t('dismiss')}
    </button>
  );
}

/** Ctrl+Z and Ctrl+Y anywhere but in a field, which has its own. */
function Keys() {
  const { undo, redo, draft, readOnly } = useDraft();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [contenteditable=true], [role=grid]');
      if (readOnly || inField || event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) {
        return;
      }
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey && draft.canUndo) {
        event.preventDefault();
        void undo();
      } else if ((key === 'y' || (key === 'z' && event.shiftKey)) && draft.canRedo) {
        event.preventDefault();
        void redo();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [undo, redo, draft, readOnly]);
  return null;
}
