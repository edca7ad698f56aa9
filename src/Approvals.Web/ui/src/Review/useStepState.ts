import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FormStateDto, FormValues, WorkTaskDto } from '../api/contract';
import { stepFormQuery } from '../api/work';

const pause = 400;

/** How a form stands, and the values it was told for: typing runs ahead of the answer. */
export interface StepState {
  values: FormValues;
  state: FormStateDto | null;
}

/** How a step's own form stands: what the server computes and finds wrong, asked anew when typing pauses. */
export function useStepState(task: WorkTaskDto, values: FormValues): StepState {
  const [asked, setAsked] = useState(values);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(values), pause);
    return () => clearTimeout(timer);
  }, [values]);
  const first = task.formState?.values ?? {};
  const { data } = useQuery({
    ...stepFormQuery(task.id, asked),
    enabled: task.form !== null && task.canAct && asked !== first,
  });
  return data ?? { values: first, state: task.formState };
}
