import sharp from 'sharp';
import { ByteWriter } from '../../../formats/byte-writer.ts';
import { FACE_2011_MAGIC } from '../../../formats/face-image-record.ts';
import { sealRecord, sealRepresentation } from '../../../formats/record-frame.ts';

const PNG = 3;
const FULL_FRONTAL = 1;
const RGB_24 = 1;

/** ISO/IEC 19794-5:2011 record of one colour portrait (PNG bytes), everything about the person unspecified. */
export async function faceRecord(png: Uint8Array, takenAt: Date): Promise<Uint8Array> {
  const { width, height } = await sharp(png).metadata();
  const face = new ByteWriter();
  face
    .u16(takenAt.getUTCFullYear())
    .u8(takenAt.getUTCMonth() + 1)
    .u8(takenAt.getUTCDate());
  face.u8(takenAt.getUTCHours()).u8(takenAt.getUTCMinutes()).u8(takenAt.getUTCSeconds()).u16(0);
  // Technology, vendor and type of the device; quality blocks; landmarks.
  face.u8(0).u16(0).u16(0).u8(0).u16(0);
  // Gender, eye colour, hair colour, height, features (3 bytes), expression (2), pose and its uncertainty (3 + 3).
  for (let i = 0; i < 15; i++) face.u8(0);
  face.u8(FULL_FRONTAL).u8(PNG).u16(width).u16(height);
  // Sampling rate, post-processing, cross reference.
  face.u8(0).u16(0).u8(0).u8(RGB_24);
  face.u32(png.length).bytes(png);
  const body = new ByteWriter().u16(1).u8(0).u16(0).bytes(sealRepresentation(face.build()));
  return sealRecord(FACE_2011_MAGIC, body.build());
}
