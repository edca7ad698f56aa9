import type { StepDto } from '../api/contract';

/** The steps in order; those of parallel branches stand together. */
export function branchesOf(steps: StepDto[]): [StepDto, ...StepDto[]][] {
  const groups: [StepDto, ...StepDto[]][] = [];
  for (const step of steps.filter((one) => one.status !== 'skipped')) {
    const last = groups.at(-1);
    if (last?.every((other) => other.status === step.status && step.beside.includes(other.activity))) {
      last.push(step);
    } else {
      groups.push([step]);
    }
  }
  return groups;
}
