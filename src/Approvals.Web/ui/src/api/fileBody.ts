/** The body of a request that carries one file; the browser writes its parts. */
export function fileBody(file: File) {
  const form = new FormData();
  form.append('file', file);
  return { body: {}, bodySerializer: () => form };
}
