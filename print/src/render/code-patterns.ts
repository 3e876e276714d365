import QRCode from 'qrcode';
import { code128 } from '@permit/domain/cards/code-128.ts';
import type { CodePatterns } from '../layout/place-codes.ts';

/** The QR of Base45 text (alphanumeric mode, error correction M: 15 % may be scratched) and the Code 128 of a serial. */
export function codePatterns(qrText: string, serial: string): CodePatterns {
  return { qr: qrPattern(qrText), barcode: code128(serial) };
}

/** The squares of a QR of capital text: Base45, or a PromptPay bill. */
export function qrPattern(text: string): CodePatterns['qr'] {
  const { modules } = QRCode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  return { size, isDark: (row, column) => data[row * size + column] === 1 };
}
