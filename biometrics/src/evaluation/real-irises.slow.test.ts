import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readImage } from '../images/read-image.ts';
import { extractIris } from '../iris/extract-iris.ts';
import { irisThreshold } from '../iris/iris-calibration.ts';
import { matchIris } from '../iris/iris-distance.ts';
import { errorRates } from './error-rates.ts';
import { evaluateSet, type EvaluationSample } from './evaluate-set.ts';
import { EVALUATION_ENGINES } from './evaluation-engine.ts';
import { labelOf } from './labelled-sample.ts';

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const eyes = join(data, 'irises-dev');
const records = join(data, 'iso-samples');
const read = async (path: string) => readImage(new Uint8Array(readFileSync(path)));

(existsSync(eyes) ? test : test.skip)(
  'the development eyes: EER at most 0.2 % and no failure to enrol',
  async () => {
    const samples = readdirSync(eyes).flatMap((file): EvaluationSample[] => {
      const label = labelOf(file);
      return label ? [{ name: file, label, read: () => read(join(eyes, file)) }] : [];
    });
    const { pairs, failures } = await evaluateSet(samples, EVALUATION_ENGINES.iris);
    const { genuine, impostor, eer, fnmr } = errorRates(pairs);
    expect({ genuine, impostor, failures }).toEqual({ genuine: 1073, impostor: 24_127, failures: [] });
    expect(eer).toBeLessThanOrEqual(0.002);
    expect(fnmr[1]).toBeLessThanOrEqual(0.004);
  },
  240_000,
);

(existsSync(records) ? test : test.skip)(
  'ISO records of one person from two cameras are matched',
  async () => {
    const templateOf = async (file: string) => {
      const extraction = extractIris(await read(join(records, file)));
      return extraction.ok ? extraction.template : new Uint8Array(0);
    };
    // The open samples name left and right the other way round in the two folders.
    const [a, b] = [
      await templateOf('registration/Left_Iris.iso'),
      await templateOf('authentication/Right_Iris.iso'),
    ];
    const [c, d] = [
      await templateOf('registration/Right_Iris.iso'),
      await templateOf('authentication/Left_Iris.iso'),
    ];
    const accepted = irisThreshold(1e-6);
    expect(matchIris(a, b)).toBeGreaterThan(accepted);
    expect(matchIris(c, d)).toBeGreaterThan(accepted);
    expect(matchIris(a, c)).toBeLessThan(irisThreshold(1e-2));
    expect(matchIris(b, d)).toBeLessThan(irisThreshold(1e-2));
  },
  60_000,
);
