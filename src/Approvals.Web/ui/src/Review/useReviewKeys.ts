import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { WorkTaskDto } from '../api/contract';
import { isTyping } from '../Shell/keys';
import { reviewAct } from './reviewKeys';

/** Moves between tasks and documents by keys; y and n press the buttons that stand under the document. */
export function useReviewKeys(task: WorkTaskDto, show: (document: string) => void, help: () => void): void {
  const navigate = useNavigate();
  const latest = useRef({ task, show, help });
  useEffect(() => {
    latest.current = { task, show, help };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { task: one, show: shows, help: helps } = latest.current;
      const act = isTyping(event) ? { type: 'none' as const } : reviewAct(event.key, one.answers.documents.length);
      switch (act.type) {
        case 'neighbour': {
          const to = act.step > 0 ? one.position?.next : one.position?.previous;
          return to ? void navigate(`/work/tasks/${to}`) : undefined;
        }
        case 'document':
          shows(one.answers.documents[act.at]?.id ?? '');
          return;
        case 'tick':
          return document.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`)?.click();
        case 'help':
          helps();
          return;
        case 'none':
          return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}
