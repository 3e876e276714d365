import type { IncomingMessage, RequestListener } from 'node:http';
import { parse } from 'promptparse';
import { z } from 'zod';
import type { Bank, BillToPay } from './bank.ts';

const whenAndHow = { paidAt: z.string().optional(), silent: z.boolean().optional() };
const PayInput = z.union([
  z.object({ qr: z.string().max(500), ...whenAndHow }),
  z.object({ ref1: z.string(), ref2: z.string(), amountSatang: z.int().positive(), ...whenAndHow }),
]);
const STATEMENT = /^\/statements\/(\d{4}-\d{2}-\d{2})(?:\?after=(\d{1,9}))?$/;

/**
 * A page to pay at, POST /pay for programs (by the text of a PromptPay QR, or by its references), and
 * GET /statements/DAY, the signed list of what was paid on a day.
 */
export function bankPages(bank: Bank): RequestListener {
  return (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method === 'GET' && request.url === '/payments') return answer(200, bank.payments());
    const asked = STATEMENT.exec(request.url ?? '');
    if (request.method === 'GET' && asked)
      return answer(200, bank.statement(asked[1]!, Number(asked[2] ?? 0)));
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      return;
    }
    if (request.method !== 'POST' || request.url !== '/pay') return answer(404, { error: 'no such page' });
    void readBody(request).then((text) => {
      const bill = billOf(text);
      if (!bill) return answer(400, { error: 'this is not a bill' });
      return answer(201, { bankReference: bank.pay(bill) });
    });
  };
}

function billOf(text: string): BillToPay | undefined {
  const parsed = PayInput.safeParse(tryJson(text));
  if (!parsed.success) return undefined;
  const { paidAt, silent, ...bill } = parsed.data;
  const at = { ...(paidAt === undefined ? {} : { paidAt }), ...(silent ? { silent } : {}) };
  if (!('qr' in bill)) return { ...bill, ...at };
  const qr = parse(bill.qr, true);
  const [ref1, ref2, amount] = [
    qr?.getTagValue('30', '02'),
    qr?.getTagValue('30', '03'),
    qr?.getTagValue('54'),
  ];
  if (!ref1 || !ref2 || !amount) return undefined;
  return { ref1, ref2, amountSatang: Math.round(Number(amount) * 100), ...at };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) break;
  }
  return text;
}

const PAGE = `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>ธนาคารจำลอง · Simulated bank</title>
<style>body{font:18px/1.6 "Noto Sans Thai",sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}
textarea{width:100%;font:14px monospace}button{font:inherit;padding:.6rem 1.4rem}p.note{background:#fff3cd;padding:.6rem}</style>
<p class="note">จำลอง · SIMULATED: ไม่มีเงินจริง · no real money moves here</p>
<h1>ธนาคารจำลอง</h1>
<label for="qr">ข้อความใน QR · text of the PromptPay QR</label>
<textarea id="qr" rows="5"></textarea><p><button id="pay">จ่าย · Pay</button></p><p id="said" role="status"></p>
<script>document.getElementById('pay').onclick=async()=>{const r=await fetch('/pay',{method:'POST',
headers:{'content-type':'application/json'},body:JSON.stringify({qr:document.getElementById('qr').value.trim()})});
const b=await r.json();document.getElementById('said').textContent=r.ok?'จ่ายแล้ว · paid '+b.bankReference:'ไม่สำเร็จ · '+b.error}</script>`;
