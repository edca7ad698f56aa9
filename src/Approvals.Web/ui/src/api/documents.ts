import { language } from '../i18n/language';
import { antiforgery } from './antiforgery';
import { answer, client } from './client';
import type { DocumentDto } from './contract';
import { Problem } from './problem';

/** What an upload belongs to. */
export type UploadTarget = { draft: string } | { task: string };

export const documentUrl = (id: string) => `/api/documents/${encodeURIComponent(id)}`;
export const deleteDocument = (id: string) =>
  answer(client.DELETE('/api/documents/{id}', { params: { path: { id } } }));

/** Uploads one file. XMLHttpRequest, because fetch tells nothing about the progress of a request's body. */
export async function uploadDocument(
  target: UploadTarget,
  type: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<DocumentDto> {
  const token = await antiforgery();
  return new Promise<DocumentDto>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/documents?${new URLSearchParams({ ...target, type }).toString()}`);
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.setRequestHeader('Accept-Language', language());
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new Problem(0, {}));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(request.response as DocumentDto);
      } else {
        reject(new Problem(request.status, (request.response as object | null) ?? {}));
      }
    };
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
