// Files an application and follows it. Node 20 or newer, nothing to install.
//
//   APPROVALS_URL=https://approvals.example.org APPROVALS_KEY=apk.… \
//   node file-a-case.mjs SERVICE ANSWERS.json [FIELD:TYPE=FILE …] [--follow SECONDS]
//
// ANSWERS.json holds the answers by field, as the form of the service names them. Each FIELD:TYPE=FILE uploads a file as a document of
// that type and puts it into that field. With --follow the case's state is printed whenever it changes, for so many seconds.
// The key needs the scopes cases.file and cases.read. The last line of the output is the case's number.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const { APPROVALS_URL: server, APPROVALS_KEY: key } = process.env;
const [service, answersFile, ...rest] = process.argv.slice(2);
const follow = rest.includes('--follow') ? Number(rest[rest.indexOf('--follow') + 1]) : 0;
const files = rest.filter((word) => /^[^:=]+:[^=]+=.+$/.test(word));

/** Calls the API. A refusal says what is wrong and where, in the language asked for, and names a reference for support. */
async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(new URL(path, server), {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      'Accept-Language': 'en',
      ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
    },
    body: body && !isForm ? JSON.stringify(body) : body,
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  if (response.ok) {
    return answer;
  }

  const fields = (answer?.errors ?? []).map((error) => `\n  ${error.path}: ${error.message}`).join('');
  throw new Error(
    `${method} ${path}: ${response.status} ${answer?.detail ?? ''} (${answer?.reference ?? '-'})${fields}`,
  );
}

async function upload(draft, word) {
  const [, field, type, file] = /^([^:=]+):([^=]+)=(.+)$/.exec(word);
  const form = new FormData();
  form.append('file', new Blob([await readFile(file)]), basename(file));
  const document = await call('POST', `/api/documents?draft=${draft}&type=${encodeURIComponent(type)}`, form);
  return [field, [document.id]];
}

async function file() {
  const answers = JSON.parse(await readFile(answersFile, 'utf8'));
  const { id: draft } = await call('POST', `/api/services/${encodeURIComponent(service)}/drafts`);
  const documents = [];
  for (const word of files) {
    documents.push(await upload(draft, word));
  }

  const { etag: before } = await call('GET', `/api/drafts/${draft}`);
  const { etag } = await call('PUT', `/api/drafts/${draft}`, {
    values: { ...answers, ...Object.fromEntries(documents) },
    etag: before,
  });

  // The key of this one attempt: sending the same request again after a lost answer files no second case.
  return call('POST', `/api/drafts/${draft}/submit`, {
    etag,
    idempotencyKey: randomUUID(),
  });
}

async function watch(id, seconds) {
  let shown = '';
  for (let left = seconds; left > 0; left--) {
    const { summary } = await call('GET', `/api/cases/${id}`);
    const now = [
      summary.stateName,
      ...summary.steps.filter((step) => step.status === 'current').map((step) => step.name),
    ].join(' · ');
    if (now !== shown) {
      console.log(now);
      shown = now;
    }

    await new Promise((done) => setTimeout(done, 1000));
  }
}

try {
  const { caseId, number } = await file();
  await watch(caseId, follow);
  console.log(number);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
