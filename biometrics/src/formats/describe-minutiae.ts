import type { ExtendedData } from './extended-data.ts';
import { readExtendedMeaning, type AngleFlag, type SingularPoint } from './extended-meaning.ts';
import type { AnsiMinutiae2004 } from './ansi-minutiae-2004.ts';
import type { IsoMinutiae2005 } from './iso-minutiae-2005.ts';
import type { IsoMinutiae2011, MinutiaeRepresentation } from './iso-minutiae-2011.ts';
import type { Minutia } from './minutia.ts';
import {
  endingTypeName,
  impressionName,
  minutiaTypeName,
  positionName,
  sensorName,
} from './minutiae-names.ts';
import type { MinutiaeSheet, MinutiaeView } from './minutiae-view.ts';
import type { MinutiaeRecord } from './read-record.ts';

const CERTIFIED = 8;

/** A minutiae record as plain JSON, in the words in which open readers of these formats print it. */
export function describeMinutiae(record: MinutiaeRecord): object {
  switch (record.kind) {
    case 'ansi-minutiae-2004':
      return describeAnsi(record);
    case 'iso-minutiae-2005':
      return describeIso2005(record);
    case 'iso-minutiae-2011':
      return describeIso2011(record);
  }
}

function describeAnsi(record: AnsiMinutiae2004): object {
  return {
    vendorId: record.vendor,
    subformat: record.subformat,
    ...describeSheet(record),
    fingerprints: record.views.map((view) => {
      const { zones: _notInAnsi, ...extended } = describeExtended(view.extended, 'in-count');
      return { ...describeView(view), ...extended };
    }),
  };
}

function describeIso2005(record: IsoMinutiae2005): object {
  const fingerprints = record.views.map((view) => ({
    ...describeView(view),
    ...describeExtended(view.extended, 'in-point'),
  }));
  return { ...describeSheet(record), fingerprints };
}

function describeIso2011(record: IsoMinutiae2011): object {
  return { fingerprints: record.representations.map(describeRepresentation) };
}

function describeSheet(sheet: MinutiaeSheet): object {
  return {
    sensorCertified: (sheet.compliance & CERTIFIED) !== 0,
    sensorId: sheet.sensorId,
    width: sheet.width,
    height: sheet.height,
    resolutionX: sheet.resolutionX,
    resolutionY: sheet.resolutionY,
  };
}

function describeView(view: MinutiaeView): object {
  return {
    position: positionName(view.position),
    view: view.view,
    scanType: impressionName(view.impression),
    quality: view.quality,
    minutiae: view.minutiae.map(describeMinutia),
  };
}

function describeRepresentation(one: MinutiaeRepresentation): object {
  return {
    datetime: one.time,
    sensorType: sensorName(one.deviceTechnology),
    sensorVendor: one.deviceVendor,
    sensorId: one.deviceType,
    qrecords: one.qualities.map(({ score, vendor, algorithm }) => ({ quality: score, vendor, algorithm })),
    certificates: one.certifications ?? [],
    position: positionName(one.position),
    view: one.view,
    resolutionX: one.resolutionX,
    resolutionY: one.resolutionY,
    scanType: impressionName(one.impression),
    width: one.width,
    height: one.height,
    endingType: endingTypeName(one.endingType),
    minutiae: one.minutiae.map(describeMinutia),
    ...describeExtended(one.extended, 'in-point'),
  };
}

function describeMinutia({ type, x, y, angle, quality }: Minutia): object {
  const place = { type: minutiaTypeName(type), positionX: x, positionY: y, angle };
  return quality === undefined ? place : { ...place, quality };
}

function describeExtended(extended: ExtendedData, flag: AngleFlag) {
  const { counts, singular, zones, others } = readExtendedMeaning(extended, flag);
  return {
    counts: counts ?? null,
    coredelta:
      singular === undefined ? null : { cores: singular.cores.map(describeCore), deltas: singular.deltas },
    zones: zones === undefined ? null : { ...zones, data: base64(zones.data) },
    extensions: others.map(({ type, data }) => ({ type, data: base64(data) })),
  };
}

function describeCore({ positionX, positionY, angles }: SingularPoint): object {
  return { positionX, positionY, angle: angles[0] ?? null };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
