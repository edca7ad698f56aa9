// Hears of cases by webhook and checks that what it hears is signed. Node 20 or newer, nothing to install.
//
//   APPROVALS_SECRET=… node hear-of-cases.mjs [PORT]
//
// The secret is shown once when the webhook is made. What is true is printed, one line of JSON an event; what is not is refused.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = Buffer.from(process.env.APPROVALS_SECRET ?? '', 'base64');
const port = Number(process.argv[2] ?? 8090);
const oldest = 300;
const heard = new Set();

/** Whether a body was signed with the secret, not long ago. */
function isSigned(header, body) {
  const parts = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!parts || Math.abs(Date.now() / 1000 - Number(parts[1])) > oldest) {
    return false;
  }

  const expected = createHmac('sha256', secret).update(`${parts[1]}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(parts[2], 'hex'));
}

createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) {
    pieces.push(piece);
  }

  const body = Buffer.concat(pieces);
  const good = isSigned(request.headers['approvals-signature'], body);
  response.writeHead(good ? 204 : 401).end();
  if (good) {
    // An event may come more than once; its id is always the same.
    const event = JSON.parse(body);
    if (!heard.has(event.id)) {
      heard.add(event.id);
      console.log(JSON.stringify(event));
    }
  }
}).listen(port, '127.0.0.1', () => console.log(`listening on ${port}`));
