import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ActDto, ActRequest, FormValues, WorkTaskDto } from '../api/contract';
import { doAct } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { stepErrors } from './stepErrors';

const followKey = 'approvals.openNext';

/** What is entered on a task, and the act that sends it. */
export function useActing(task: WorkTaskDto) {
  const { t } = useTexts('review');
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opinion, setOpinion] = useState('');
  const [values, setValues] = useState<FormValues>(task.formState?.values ?? {});
  const [pending, setPending] = useState<ActDto | null>(null);
  const [sent, setSent] = useState<FormValues | null>(null);
  const [follow, keepFollow] = useState(() => localStorage.getItem(followKey) !== 'no');
  const send = useMutation({
    mutationFn: ({ act, ...body }: Partial<ActRequest> & { act: string }) =>
      doAct(task.id, act, {
        ...body,
        etag: task.etag,
        idempotencyKey: body.idempotencyKey ?? crypto.randomUUID(),
        opinion: opinion.trim() === '' ? null : opinion.trim(),
        form: task.form === null ? null : values,
      }),
    onMutate: () => setSent(values),
    onError: (error) => {
      // What is wrong with this step's own form is shown there, not in the dialog above it.
      if (stepErrors(error, task.form).length > 0) {
        setPending(null);
      }
    },
    onSuccess: async ({ next }, { act }) => {
      setPending(null);
      message.success(t('acted'));
      void client.invalidateQueries({ queryKey: ['inbox'] });
      if (task.acts.some((one) => one.act === act && one.stays)) {
        await client.invalidateQueries({ queryKey: ['tasks', task.id] });
        return;
      }
      client.removeQueries({ queryKey: ['tasks', task.id] });
      await navigate(follow && next !== null ? `/work/tasks/${next}` : '/work/inbox');
    },
  });
  const setFollow = (value: boolean) => {
    localStorage.setItem(followKey, value ? 'yes' : 'no');
    keepFollow(value);
  };
  const ask = (act: ActDto | undefined) => {
    if (act?.enabled && task.canAct) {
      send.reset();
      setPending(act);
    }
  };
  return { opinion, setOpinion, values, setValues, sent, pending, setPending, follow, setFollow, send, ask };
}

export type Acting = ReturnType<typeof useActing>;
