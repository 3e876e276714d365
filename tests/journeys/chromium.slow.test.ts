import { expect, test } from '@jest/globals';
import { violationsOf } from './accessibility.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const available = await hasChromium();
const testWithChromium = available ? test : test.skip;

testWithChromium('Chromium starts, clicks and takes a picture', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<button onclick="document.title = \'ใบอนุญาตทำงาน\'">press</button>');
    await page.click('button');
    expect(await page.title()).toBe('ใบอนุญาตทำงาน');
    const png = await page.screenshot();
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  } finally {
    await browser.close();
  }
});

testWithChromium(
  'a picture without words and pale letters are found on a page, and a second look finds the same',
  async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    const bad = '<img src="data:," width=9 height=9><p style="color:#ccc;background:#fff">pale</p>';
    await page.setContent(`<html lang="en"><title>t</title><main><h1>h</h1>${bad}</main></html>`);
    const found = await violationsOf(page);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['color-contrast', 'image-alt']);
    expect(await violationsOf(page)).toEqual(found);
    await browser.close();
  },
);
