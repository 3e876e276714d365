import { MODALITIES } from '../../codes.ts';
import { asList, asObject, parseJson, textOf } from '../sbi/json-fields.ts';
import { ReaderError } from '../reader-error.ts';
import type { ReaderInfo } from '../reader.ts';
import { targetsOfCodes } from './open-capture-codes.ts';

/** What INFO says, with the raw Ed25519 key (base64) of a device that signs. */
export interface DeviceInformation {
  readonly info: Omit<ReaderInfo, 'id' | 'simulated'>;
  readonly key?: string;
}

const KEY_BYTES = 32;

/** Reads the information block (protocol §4). */
export function readInformation(bytes: Uint8Array): DeviceInformation {
  const told = asObject(parseJson(new TextDecoder().decode(bytes), 'the information'), 'the information');
  const modality = MODALITIES.find((name) => name === textOf(told, 'modality'));
  if (modality === undefined || modality === 'face')
    throw new ReaderError('malformed', 'an unknown modality');
  const { ppi, key } = told;
  if (key !== undefined && !isKey(key)) throw new ReaderError('malformed', 'a key that is no Ed25519 key');
  const info = {
    identity: {
      make: textOf(told, 'make'),
      model: textOf(told, 'model'),
      serial: textOf(told, 'serial'),
      firmware: textOf(told, 'firmware'),
    },
    modality,
    status: 'ready' as const,
    targets: targetsOfCodes(asList(told['targets'], 'targets', 32)),
    preview: true,
    signs: key !== undefined,
    ...(typeof ppi === 'number' && ppi >= 200 && ppi <= 4000 ? { ppi } : {}),
  };
  return key === undefined ? { info } : { info, key };
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && Buffer.from(key, 'base64').length === KEY_BYTES;
}
