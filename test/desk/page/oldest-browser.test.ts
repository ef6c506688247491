/** The built page has nothing that Chromium 78 does not know. It was the browser of 360 and of UOS. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, it } from '@jest/globals'

const folder = join(__dirname, '../../../dist/desk/page')
const files = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending))
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')

/** Each with the version of Chromium that brought it. */
const newerCalls: readonly [RegExp, number][] = [
  [/\.at\(-?\w+\)/g, 92],
  [/\.(?:replaceAll|replaceChildren)\(/g, 86],
  [/\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|group)\(/g, 97],
  [/\bstructuredClone\(/g, 98],
  [/\bObject\.(?:hasOwn|groupBy)\(/g, 93],
  [/\bPromise\.(?:any|try|withResolvers)\(/g, 85],
  [/\brandomUUID\(/g, 92],
  [/\b(?:WeakRef|FinalizationRegistry|AggregateError|CSSStyleSheet\(\))\b/g, 84],
  [/\bAbortSignal\.(?:any|timeout)\(/g, 103],
  [/\bnavigator\.userAgentData\b/g, 90],
  [/\bscheduler\.|requestIdleCallback\.|\.inert\b|showPicker\(/g, 99],
  [/addEventListener\([^)]*signal:/g, 88],
]

const newerStyles: readonly [RegExp, number][] = [
  [/(?:^|[;{])inset(?:-\w+)?:/g, 87],
  [/:(?:is|where|has)\(/g, 88],
  [/[:, (](?:min|max|clamp)\(/g, 79],
  [/aspect-ratio:|accent-color:|content-visibility:|color-mix\(|@layer|@container|@supports selector/g, 88],
  [/@media[^{]*[<>]/g, 104],
  [/overflow-wrap:anywhere|overflow:clip|\d(?:dvh|svh|lvh)\b|revert\b/g, 80],
]

function foundIn(text: string, table: readonly [RegExp, number][]): string[] {
  return table.flatMap(([pattern, since]) => (text.match(pattern) ?? []).map((found) => `${found} (${since})`))
}

/** Public class fields are older (72), nothing else of 2020 to 2022 but `import()`. */
function isNewer({ type, operator }: Record<string, unknown>): boolean {
  if (['ChainExpression', 'StaticBlock', 'PrivateIdentifier'].includes(String(type))) return true
  return ['??', '??=', '||=', '&&='].includes(String(operator))
}

function newerSyntax(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(newerSyntax)
  const here = node as Record<string, unknown>
  const found = isNewer(here) ? [`${String(here['type'])} ${String(here['operator'] ?? '')}`] : []
  return [...found, ...Object.values(here).flatMap(newerSyntax)]
}

describe('the built page', () => {
  it.each(files('.js'))('%s has no newer syntax or call', (name) => {
    const text = textOf(name)
    const program = parse(text, { ecmaVersion: 2022, sourceType: name === 'old-browser.js' ? 'script' : 'module' })
    expect(newerSyntax(program)).toEqual([])
    expect(foundIn(text, newerCalls)).toEqual([])
  })

  it('has no newer style', () => {
    expect(foundIn(textOf('page.css'), newerStyles)).toEqual([])
  })

  it('leaves space between things of a line by margins: there is no gap in flex before 84', () => {
    const rules = textOf('page.css').match(/\{[^{}]*\}/g) ?? []
    expect(
      rules.filter((rule) => /display:(?:inline-)?flex/.test(rule) && /(?:^|[;{])(?:grid-)?gap:/.test(rule)),
    ).toEqual([])
    expect(rules.length).toBeGreaterThan(50)
  })

  it('tells an older browser in words, in a script that every browser reads', () => {
    expect(() => parse(textOf('old-browser.js'), { ecmaVersion: 5 })).not.toThrow()
    const page = textOf('index.html')
    expect(page).toContain('这个浏览器太旧')
    expect(page.indexOf('old-browser.js')).toBeLessThan(page.indexOf('page.js'))
  })

  it('would find what is newer', () => {
    expect(foundIn('a.at(-1);structuredClone(b);c.replaceAll("x","y")', newerCalls)).toHaveLength(3)
    expect(newerSyntax(parse('a?.b;c??=1', { ecmaVersion: 2022 }))).toHaveLength(2)
    expect(foundIn('.a{inset:0;width:min(1px,2px)}.b:is(.c){}', newerStyles)).toHaveLength(3)
  })
})
