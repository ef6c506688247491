import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'acorn'
import { commandNames } from '../../src/desk/bench'
import { newOffice, scripts } from './office'

const manifest = JSON.parse(readFileSync('dist/google/appsscript.json', 'utf8')) as Record<string, unknown>

describe('the manifest', () => {
  it('asks for the least scopes and no other', () => {
    expect(manifest['oauthScopes']).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/drive.file',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/userinfo.email',
    ])
  })

  it('runs on V8 in Chinese time, with Drive v3 as its only advanced service', () => {
    expect(manifest).toMatchObject({
      runtimeVersion: 'V8',
      timeZone: 'Asia/Shanghai',
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
    })
  })
})

describe('the bundle', () => {
  it('parses as ES2020 and has at most 200 KB', () => {
    expect(() => parse(scripts.bundle, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow()
    expect(Buffer.byteLength(scripts.bundle)).toBeLessThanOrEqual(200_000)
  })

  it('holds no scriptlet, the docx of its report included', () => {
    const files = Object.entries({ ...scripts.htmlFiles, code: scripts.bundle })
    expect(files.filter(([, text]) => text.includes('<?')).map(([name]) => name)).toEqual([])
    expect(scripts.htmlFiles?.['report']).toContain('\\x3c?xml version="1.0"')
  })

  it('gives the functions that the desk lets pages call, the two triggers, and 自检, which is of Google only', () => {
    const { body } = parse(scripts.bundle, { ecmaVersion: 2020, sourceType: 'script' })
    const functions = body.flatMap((statement) => (statement.type === 'FunctionDeclaration' ? statement.id.name : []))
    expect(functions.sort()).toEqual([...commandNames, 'onEdit', 'onOpen', 'selfTest'].sort())
  })

  it('has a menu whose every item is a function of the bundle', () => {
    const [menu] = newOffice().menus()
    expect(menu?.caption).toBe('政务公开年报')
    expect(menu?.items.map(({ caption }) => caption)).toEqual([
      '校验',
      '校验结果侧栏',
      '计算合计',
      '空白填 0',
      '插入数据项',
      '生成叙述初稿',
      '生成年度报告',
      '导入上年报告',
      '从已发布文本导入',
      '初始化模板',
    ])
    expect(menu?.menus).toEqual([{ caption: '帮助', items: [{ caption: '自检', functionName: 'selfTest' }] }])
    for (const { functionName } of menu?.items ?? []) {
      expect(scripts.bundle).toContain(`function ${functionName ?? ''}(`)
    }
  })
})
