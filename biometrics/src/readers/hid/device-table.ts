import type { Modality } from '../../codes.ts';
import type { HidEntry } from './hid-transport.ts';

/** Usage page and usages of the open capture protocol (docs/reader-protocol.md §1). */
export const OPEN_CAPTURE_USAGE_PAGE = 0xff42;
const USAGE_MODALITY: Readonly<Record<number, Modality>> = { 1: 'finger', 2: 'iris' };

/** What a HID entry is to us: a device that we drive, or one whose door is another. */
export type KnownDevice =
  | { readonly drive: 'open-capture'; readonly modality: Modality }
  | { readonly drive: 'other-door'; readonly name: string; readonly door: string };

/**
 * Vendors whose readers cannot be driven through HID: the numbers are from public udev rules. No
 * row is a claim that a model was tried.
 */
const OTHER_DOORS: readonly { readonly vendorId: number; readonly name: string; readonly door: string }[] = [
  { vendorId: 0x05ba, name: 'DigitalPersona', door: 'the vendor service, or an SBI service of the maker' },
  { vendorId: 0x1162, name: 'SecuGen', door: 'an SBI service of the maker' },
  { vendorId: 0x1491, name: 'Futronic', door: 'an SBI service of the maker' },
  { vendorId: 0x1b55, name: 'ZKTeco', door: 'an SBI service of the maker' },
  { vendorId: 0x16d1, name: 'Suprema', door: 'an SBI service of the maker' },
  { vendorId: 0x2c0f, name: 'Mantra', door: 'an SBI service of the maker' },
];

/** What is known about a device; undefined for keyboards and all other HID. */
export function knownDevice(entry: HidEntry): KnownDevice | undefined {
  const modality = USAGE_MODALITY[entry.usage];
  if (entry.usagePage === OPEN_CAPTURE_USAGE_PAGE && modality !== undefined) {
    return { drive: 'open-capture', modality };
  }
  const other = OTHER_DOORS.find(({ vendorId }) => vendorId === entry.vendorId);
  return other === undefined ? undefined : { drive: 'other-door', name: other.name, door: other.door };
}
