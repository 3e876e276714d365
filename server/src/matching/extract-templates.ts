import { readImage } from '@permit/biometrics/images/read-image.ts';
import type { TemplateEngine } from './template-engine.ts';

export interface SampleBytes {
  readonly kind: string;
  readonly position?: string | undefined;
  readonly bytes: Uint8Array;
}

export interface ExtractedTemplate {
  readonly modality: 'finger' | 'iris';
  readonly position: string;
  readonly engine: string;
  /** 0-100. */
  readonly quality: number;
  readonly bytes: Uint8Array;
}

/** Names the engine whose template bytes a row holds, so that they can be extracted again by a later one. */
export const ENGINES = { finger: 'embedded-finger/1', iris: 'embedded-iris/1' } as const;

/** Templates of every sample that gives one; a sample that does not is simply absent. */
export async function extractTemplates(
  engine: TemplateEngine,
  samples: readonly SampleBytes[],
): Promise<ExtractedTemplate[]> {
  const templates: ExtractedTemplate[] = [];
  for (const { kind, position, bytes } of samples) {
    if ((kind !== 'finger' && kind !== 'iris') || !position) continue;
    const template = await extractTemplate(engine, { modality: kind, position, bytes });
    if (template) templates.push(template);
  }
  return templates;
}

/** One template, or undefined where the bytes are no picture or the picture shows too little. */
export async function extractTemplate(
  engine: TemplateEngine,
  sample: { readonly modality: 'finger' | 'iris'; readonly position: string; readonly bytes: Uint8Array },
): Promise<ExtractedTemplate | undefined> {
  const { modality, position, bytes } = sample;
  const image = await readImage(bytes).catch(() => undefined);
  if (!image) return undefined;
  const extraction = await engine.extract({ modality, image });
  if (!extraction.ok) return undefined;
  return {
    modality,
    position,
    engine: ENGINES[modality],
    quality: extraction.quality,
    bytes: extraction.template,
  };
}
