/** What was noted of an act, as an auditor reads it: members that say nothing are left out; the export has them all. */
export function told(data: string): string {
  try {
    const noted: unknown = JSON.parse(data);
    return JSON.stringify(noted, (_, value: unknown) => (value === null ? undefined : value));
  } catch {
    return data;
  }
}
