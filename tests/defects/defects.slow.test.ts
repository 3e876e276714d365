import { expect, test } from '@jest/globals';
import { measureDefects, type DefectTable } from './measure-defects.ts';

// Small on purpose: `docs/proofs/defects.md` holds the long run. The bounds are those of the issue.
const table: DefectTable = measureDefects(40, 20_261_120);

test('at least 25 kinds of defects are made', () => {
  expect(table.rows.length).toBeGreaterThanOrEqual(25);
});

test.each(table.rows.map((row) => [row.kind, row] as const))(
  '%s: found in 95 of 100, told of 2 in 100 clean',
  (_, row) => {
    expect(row.found / row.injected).toBeGreaterThanOrEqual(0.95);
    expect(row.falseAlarms / row.clean).toBeLessThanOrEqual(0.02);
  },
);

test('a careful filer is hardly ever bothered', () => {
  expect(table.cleanWithAny / table.clean).toBeLessThanOrEqual(0.02);
});
