import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((name) => join('docs', name))
    .filter((name) => name.endsWith('.md'))
    .sort(),
]
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const textOf = (page: string): string => readFileSync(page, 'utf8')

const withoutFences = (text: string): string => text.replace(/^```[^]*?^```$/gm, '')
const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** The top of the repository, but for what a build or an installation makes. */
const made = ['dist', 'node_modules', 'out', 'coverage', '.git']
const top = readdirSync('.').filter((name) => !made.includes(name) && !name.startsWith('dist-staging'))
const files = new Set(['src', 'test', 'docs', 'scripts'].flatMap((folder) => filesUnder(folder)))

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}

/** `src/form`, `docs/decisions/0030-desk-runtime.md`, `package.json`; no `POST /api/edit`, no `table3.received.total`. */
function isPath(code: string): boolean {
  const [first = ''] = code.split('/')
  if (!/^[\w.@*-]+(?:\/[\w.@*-]+)*\/?$/.test(code)) return false
  return code.includes('/') ? top.includes(first) : /^[\w.-]+\.(?:json|mjs|md)$/.test(code) && !isElsewhere(code)
}

/** A name alone that pages use for a file made by people or by the build. */
const isElsewhere = (name: string): boolean =>
  ['report.json', 'appsscript.json', '.clasp.local.json', '.clasp.local.copy.json'].includes(name)

/** A path with `*` stands for all that match, of which there must be one. */
function exists(path: string): boolean {
  if (!path.includes('*')) return existsSync(path)
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  return [...files].some((file) => new RegExp(`^${escaped}$`).test(file))
}

const linksIn = (text: string): string[] =>
  [...text.replace(/`[^`\n]+`/g, '').matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((to) => !to.includes(':'))

describe('what the pages name', () => {
  it.each(pages)('%s names only paths that exist', (page) => {
    const named = codeIn(withoutFences(textOf(page))).filter(isPath)
    expect(named.filter((path) => !exists(path))).toEqual([])
  })

  it.each(pages)('%s links only to files that exist', (page) => {
    const targets = linksIn(textOf(page)).map((target) => normalize(join(dirname(page), target)))
    expect(targets.filter((target) => !existsSync(target))).toEqual([])
  })

  it.each(pages)('%s names only commands that package.json has', (page) => {
    const commands = [...textOf(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })

  it('finds paths and links at all', () => {
    expect(codeIn(textOf('docs/architecture.md')).filter(isPath).length).toBeGreaterThan(80)
    expect(linksIn(textOf('README.md')).length).toBeGreaterThan(5)
    expect(
      ['src/no/such/file.ts', 'docs/decisions/00*-no-such.md', 'nosuch.json'].filter(isPath).filter(exists),
    ).toEqual([])
  })
})

/** Rows of a table that begin with a file and go on with names in it. */
const namedIn = (page: string): [file: string, name: string][] =>
  textOf(page)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, file = '', names = '']) => {
      const path = /^`((?:src|scripts|test)\/[\w./-]+\.\w+)`$/.exec(file)?.[1]
      return path === undefined
        ? []
        : codeIn(names)
            .filter(isName)
            .map((name): [string, string] => [path, name])
    })

const isName = (code: string): boolean => /^[A-Za-z_]\w*$/.test(code)

/** A name that the file declares, as a member of something too; one that it only uses is not its own. */
const declares = (text: string, name: string): boolean =>
  new RegExp(`\\b(?:function|class|interface|type|const) ${name}\\b`).test(text) ||
  new RegExp(`^ +(?:(?:private|async|get|readonly) )*${name}\\??[(:<]`, 'm').test(text)

describe('the names of the architecture', () => {
  const named = namedIn('docs/architecture.md')

  it('are many', () => {
    expect(named.length).toBeGreaterThan(90)
  })

  it.each(named)('%s has %s', (file, name) => {
    expect(declares(textOf(file), name)).toBe(true)
  })
})

describe('what a host does, in the architecture', () => {
  it('has every method of `Host` once, in order', () => {
    const [, body = ''] = /export interface Host \{\n([^]*?)\n\}/.exec(textOf('src/actions/host.ts')) ?? []
    const methods = [...body.matchAll(/^ {2}(\w+)[(<]/gm)].map(([, name]) => name)
    const [, chapter = ''] = textOf('docs/architecture.md').split('\n### What a host does\n')
    const rows = chapter.split('\n#')[0]?.match(/^\| `\w+`[^|]*/gm) ?? []
    expect(methods.length).toBeGreaterThan(8)
    expect(rows.slice(1).flatMap(codeIn)).toEqual(methods)
  })
})
