import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fortnight } from '../../src/demo/fortnight.ts'
import { NOW } from '../afterword.ts'
import { REPORTS, runIn } from '../commands/every-report.ts'
import { describeWhere } from '../programs.ts'
import { Browser, findChromium, type View } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs in the page: what axe-core holds against it by WCAG 2 A and AA, contrast of 4.5 to 1 among it. */
const AXE_RUN = `axe.run({ runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations, passes }) => ({
  violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
  passed: passes.map(({ id }) => id),
}))`

interface Verdict {
  readonly violations: readonly string[]
  readonly passed: readonly string[]
}

const VIEWS: readonly View[] = [
  { width: 360, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
]

const chromium = findChromium()

describeWhere(chromium !== undefined, 'Chromium')('every report of the demo, by axe-core', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = new Browser(chromium ?? '')
    await browser.open()
  })

  afterAll(() => browser.close())

  async function judge(html: string, view: View): Promise<Verdict> {
    await browser.show(html, view)
    await browser.evaluate(`${AXE}; undefined`)
    return browser.evaluate<Verdict>(AXE_RUN)
  }

  for (const [name, argv] of REPORTS)
    it.each(VIEWS)(`${name} at $width px in $scheme`, async (view) => {
      const { out } = await runIn({ ...fortnight(NOW), now: NOW }, [...argv, '--format', 'html'])
      const { violations, passed } = await judge(out, view)
      expect(violations).toEqual([])
      expect(passed).toContain('color-contrast')
      expect(browser.heard()).toEqual([])
      expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
    })

  it('would notice faint words', async () => {
    const faint =
      '<html lang="en"><title>x</title><body style="background:#fff"><p style="color:#bbb">faint'
    const { violations } = await judge(faint, { width: 360, scheme: 'light' })
    expect(violations.join()).toContain('color-contrast')
  })
})
