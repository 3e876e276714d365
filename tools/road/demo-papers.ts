import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';

/** A paper that says that it is none: one page, drawn here. */
export const DEMO_PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 58>>stream
BT /F 18 Tf 40 220 Td (DEMO PAPER - NOT A DOCUMENT) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`,
);

/** The filed portrait: a drawn face of the person of this seed. */
export function demoPortrait(seed: string): Promise<Buffer> {
  return syntheticPerson(seed).face();
}
