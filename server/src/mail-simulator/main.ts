import { openMailSink } from './mail-sink.ts';

/** `npm run simulate -- mail`: a mail server that keeps letters instead of sending them. */
const environment = process.env;
if (environment['APP_MODE'] === 'production')
  throw new Error('The mail simulator is refused in production mode.');
const folder = environment['MAIL_DIR'];
if (!folder) throw new Error('MAIL_DIR is needed. See docs/operations.md.');
const port = Number(environment['PORT'] ?? 8090);
const pagePort = Number(environment['MAIL_PAGE_PORT'] ?? port + 1);
const { smtp, page } = openMailSink({ folder });
smtp.listen(port, '127.0.0.1');
page.listen(pagePort, '127.0.0.1', () =>
  console.log(`SIMULATED MAIL SERVER on smtp://127.0.0.1:${port}, letters on http://127.0.0.1:${pagePort}`),
);
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(signal, () => {
    smtp.close(() => undefined);
    page.close();
    page.closeAllConnections();
  });
