import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { CAPTURE_STEPS as SEAM_STEPS, type PositionView } from '../../kiosk-views.ts';
import { CAPTURE_STEPS } from '../step-order.ts';
import { QualityRing } from './quality-ring.tsx';
import { StepPicture } from './step-picture.tsx';

const view = (position: PositionView['position'], state: PositionView['state']): PositionView => ({
  ...{ position, state },
  reasons: [],
  attempts: 0,
});

test('the picture of a hand asks for its own fingers and lets the other hand rest', () => {
  const html = renderToStaticMarkup(<StepPicture step="right-four" positions={[]} />);
  expect(html.match(/finger-asked/g)).toHaveLength(4);
  expect(html.match(/hand-resting/g)).toHaveLength(1);
});

test('a finger that is done, poor or missing has a sign, not only a colour', () => {
  const positions = [
    view('right-index', 'good'),
    view('right-ring', 'poor'),
    view('right-little', 'exception'),
  ];
  const html = renderToStaticMarkup(<StepPicture step="right-four" positions={positions} />);
  for (const state of ['good', 'poor', 'exception', 'asked']) {
    expect(html).toMatch(
      new RegExp(`finger finger-${state}"><rect[^>]*/?>(</rect>)?<(path|circle) class="mark"`),
    );
  }
});

test('eyes and face have their own pictures', () => {
  expect(renderToStaticMarkup(<StepPicture step="both-irises" positions={[]} />)).toContain('class="eyes"');
  expect(renderToStaticMarkup(<StepPicture step="portrait" positions={[]} />)).toContain('class="face"');
});

test('the ring says its number', () => {
  expect(renderToStaticMarkup(<QualityRing percent={73} />)).toContain('>73</text>');
});

test('the steps of the page are the steps of the seam', () => {
  expect(CAPTURE_STEPS).toEqual(SEAM_STEPS);
});
