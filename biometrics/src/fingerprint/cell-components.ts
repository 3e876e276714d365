import type { Plane } from './plane.ts';

/** Cells above zero that hang together by their sides; `label` is 1, 2, … and 0 where the plane is not above zero. */
export interface CellComponents {
  readonly label: Int32Array;
  /** Cells of each label; entry 0 is unused. */
  readonly sizes: readonly number[];
}

export function cellComponents(cells: Plane): CellComponents {
  const label = new Int32Array(cells.data.length);
  const sizes = [0];
  for (let i = 0; i < label.length; i++) {
    if (cells.data[i]! > 0 && label[i] === 0) sizes.push(flood(cells, label, i, sizes.length));
  }
  return { label, sizes };
}

function flood(cells: Plane, labels: Int32Array, start: number, label: number): number {
  const stack = [start];
  labels[start] = label;
  let size = 0;
  while (stack.length > 0) {
    const at = stack.pop()!;
    size++;
    const x = at % cells.width;
    const [left, right] = [x > 0 ? at - 1 : -1, x < cells.width - 1 ? at + 1 : -1];
    for (const next of [left, right, at - cells.width, at + cells.width]) {
      if (next < 0 || next >= labels.length || labels[next] !== 0 || cells.data[next]! <= 0) continue;
      labels[next] = label;
      stack.push(next);
    }
  }
  return size;
}
