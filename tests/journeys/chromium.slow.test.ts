import { expect, test } from '@jest/globals';
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
