/** The address under which a list is had as a spreadsheet, narrowed as it is shown. */
export function sheetUrl(path: string, filter: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter) as [string, unknown][]) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if ((typeof one === 'string' && one !== '') || typeof one === 'boolean') {
        query.append(name, String(one));
      }
    }
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
