// The Apps Script bundle has to stay small: Google loads it anew for every call. esbuild's own minifier keeps
// `function` and `return`, which make up a twentieth of it.
import { minify } from '@swc/core'
import { parse } from 'acorn'

const isArrowLike = ({ type, generator, async }) => type === 'FunctionDeclaration' && !generator && !async
const usesItself = (source) => /\b(this|arguments|new\.target)\b/.test(source)

/**
 * Functions are moved to the front as arrow functions: declared ones are there before any other statement runs, too.
 * None of them is a constructor, since constructors here are classes.
 */
function asArrows(body, source) {
  const text = ({ start, end }) => source.slice(start, end)
  const isMoved = (statement) => isArrowLike(statement) && !usesItself(text(statement))
  const arrows = body
    .filter(isMoved)
    .map(({ id, params, body }) => `var ${id.name} = (${params.map(text).join(', ')}) => ${text(body)};`)
  return [...arrows, ...body.filter((statement) => !isMoved(statement)).map(text)].join('\n')
}

/** A module's statements, with what it imports and exports apart. */
function partsOf(module) {
  const { body } = parse(module, { ecmaVersion: ECMA_VERSION, sourceType: 'module' })
  const of = (type) => body.filter((statement) => statement.type === type)
  const imported = of('ImportDeclaration').flatMap(({ source, specifiers }) =>
    specifiers.map(({ imported, local }) => ({ from: source.value, name: imported.name, local: local.name })),
  )
  const exported = of('ExportNamedDeclaration').flatMap(({ specifiers }) =>
    specifiers.map(({ local, exported }) => ({ name: exported.name, local: local.name })),
  )
  const rest = body.filter(({ type }) => !['ImportDeclaration', 'ExportNamedDeclaration'].includes(type))
  return { imported, exported, statements: asArrows(rest, module) }
}

/** What Apps Script is known to parse; nothing is stated of later syntax. */
export const ECMA_VERSION = 2020

async function minified(script) {
  const compress = { ecma: ECMA_VERSION, passes: 3, unsafe_arrows: true }
  const { code } = await minify(script, { compress, mangle: true, ecma: ECMA_VERSION })
  return withoutScriptlets(code)
}

/**
 * `<?` begins a scriptlet in an HTML file of Apps Script, and parts are such files. The minifier joins whatever the
 * source keeps apart, so the sign is written as its code afterwards: strings, templates and patterns all take it so.
 */
const withoutScriptlets = (code) => code.replace(/(?<!\\)<\?/g, '\\x3c?')

/** A script with a function at its top level for each export of the module: Apps Script calls nothing else. */
export async function shrinkScript(module, banner) {
  const { exported, statements } = partsOf(module)
  const locals = exported.map(({ local }) => local).join(', ')
  const code = await minified(`var nianbao = (() => {\n${statements}\nreturn [${locals}];\n})();`)
  const faces = exported.map(({ name }, index) => `function ${name}(...a){return nianbao[${index}](...a)}`)
  return [banner, code, ...faces, ''].join('\n')
}

/**
 * An expression: a function of what the part uses of the script, giving the module's exports. `placeOf(from, name)` is
 * the place of an import in that list.
 */
export async function shrinkPart(module, placeOf) {
  const { imported, exported, statements } = partsOf(module)
  const names = imported.map(({ from, name, local }) => `${placeOf(from, name)}: ${local}`).join(', ')
  const given = exported.map(({ name, local }) => `${name}: ${local}`).join(', ')
  const code = await minified(`var part = ({ ${names} }) => {\n${statements}\nreturn { ${given} };\n};`)
  return code.replace(/^var part=/, '(').replace(/;?\s*$/, ')')
}
