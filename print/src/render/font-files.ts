import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Weight } from '../layout/card-template.ts';
import type { ScriptTag } from './itemise.ts';

/** Fonts by family and weight; each is parsed once in a process. */
export type FontName = `${FontFamily}-${Weight}`;
type FontFamily = 'sarabun' | 'noto-sans' | 'noto-sans-myanmar' | 'noto-sans-khmer' | 'noto-sans-lao';

/** Sarabun is the face of Thai official papers and holds Latin too; Noto Sans stands in for letters it lacks. */
const FAMILY_OF = {
  Thai: ['sarabun'],
  Latn: ['sarabun', 'noto-sans'],
  Mymr: ['noto-sans-myanmar'],
  Khmr: ['noto-sans-khmer'],
  Laoo: ['noto-sans-lao'],
} satisfies Record<ScriptTag, readonly FontFamily[]>;

const FILE_PREFIX = {
  sarabun: 'Sarabun',
  'noto-sans': 'NotoSans',
  'noto-sans-myanmar': 'NotoSansMyanmar',
  'noto-sans-khmer': 'NotoSansKhmer',
  'noto-sans-lao': 'NotoSansLao',
} satisfies Record<FontFamily, string>;

const WEIGHT_NAME = {
  regular: '400Regular',
  semibold: '600SemiBold',
  bold: '700Bold',
} satisfies Record<Weight, string>;

/** The fonts to try for a script, best first. */
export function fontsFor(script: ScriptTag, weight: Weight): readonly FontName[] {
  return FAMILY_OF[script].map((family): FontName => `${family}-${weight}`);
}

const require = createRequire(import.meta.url);

/** The TrueType bytes of a font as its package ships them. */
export function readFontFile(name: FontName): Uint8Array {
  const cut = name.lastIndexOf('-');
  const family = name.slice(0, cut) as FontFamily;
  const weight = WEIGHT_NAME[name.slice(cut + 1) as Weight];
  const file = `${FILE_PREFIX[family]}_${weight}.ttf`;
  return readFileSync(require.resolve(`@expo-google-fonts/${family}/${weight}/${file}`));
}
