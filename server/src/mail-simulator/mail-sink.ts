import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { escapeText } from './escape-text.ts';

const LARGEST_LETTER = 1_000_000;
const SHOWN = 100;

/**
 * A mail server that keeps every letter in a folder and sends none on; its page shows them. For the demonstration:
 * whoever may read the page reads all mail.
 */
export function openMailSink({ folder }: { readonly folder: string }): { smtp: SMTPServer; page: Server } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let running = 0;
  const smtp = new SMTPServer({
    banner: 'SIMULATED, nothing is sent on',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST_LETTER,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        running += 1;
        const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}-${running}.eml`;
        writeFileSync(join(folder, `${name}.part`), Buffer.concat(chunks), { mode: 0o600 });
        renameSync(join(folder, `${name}.part`), join(folder, name));
        done();
      });
    },
  });
  const page = createServer((_request, response) => {
    void showLetters(folder, response).catch(() => response.writeHead(500).end());
  });
  return { smtp, page };
}

async function showLetters(folder: string, response: ServerResponse): Promise<void> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, SHOWN);
  const letters: string[] = [];
  for (const name of names) {
    const { to, subject, text, date } = await PostalMime.parse(readFileSync(join(folder, name)));
    const address = to?.map((one) => `${one.name} <${one.address ?? ''}>`).join(', ') ?? '';
    letters.push(
      `<article><h2>${escapeText(subject ?? '')}</h2><p>${escapeText(address)} · ${escapeText(date ?? '')}</p>
       <pre>${escapeText(text ?? '')}</pre></article>`,
    );
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><meta charset="utf-8"><title>SIMULATED mail</title>
     <style>body{font-family:sans-serif;max-width:48rem;margin:1rem auto}pre{white-space:pre-wrap;font:inherit}</style>
     <h1>SIMULATED mail server</h1><p>Nothing leaves this machine. The newest ${SHOWN} letters.</p>${letters.join('')}`,
  );
}
