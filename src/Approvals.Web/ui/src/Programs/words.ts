type Scope = 'services-read' | 'cases-file' | 'cases-read' | 'tasks-work' | 'outside-report' | 'webhooks-manage';
type Event = 'case-changed' | 'case-letter' | 'case-finished' | 'trial';

/** The text of a scope, such as `cases.read`. */
export const scopeText = (code: string) => `scope.${code.replace('.', '-') as Scope}` as const;

/** The text of an event, such as `case.changed`. */
export const eventText = (code: string) => `event.${code.replace('.', '-') as Event}` as const;
