import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Failure } from '../../../src/desk/cli/failure'
import { readingFailure, writingFailure } from '../../../src/desk/cli/file-failures'
import { inFolder, writeFiles } from '../../../src/desk/cli/write-files'
import { temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const withCode = (code: string) => Object.assign(new Error(code), { code })

describe('what is told about an error of the file system', () => {
  it.each([
    [readingFailure, 'EACCES', '没有读取“a”的权限，请向文件的主人要权限。'],
    [readingFailure, 'EPERM', '没有读取“a”的权限，请向文件的主人要权限。'],
    [readingFailure, 'EIO', '读取“a”失败（EIO）。请检查磁盘和文件，或重新取得文件。'],
    [writingFailure, 'EACCES', '没有写入“a”的权限，请换一个位置。什么都没有写入。'],
    [writingFailure, 'EROFS', '“a”所在的磁盘是只读的，请换一个位置。什么都没有写入。'],
    [writingFailure, 'ENOSPC', '写入“a”时磁盘已满，请腾出空间再试。没有留下不完整的文件。'],
    [writingFailure, 'EDQUOT', '写入“a”时磁盘已满，请腾出空间再试。没有留下不完整的文件。'],
    [writingFailure, 'EBUSY', '“a”正被别的程序使用，请关闭后再试。'],
    [writingFailure, 'EIO', '写入“a”失败（EIO）。没有留下不完整的文件。请换一个位置再试。'],
  ])('%p %s', (tell, code, line) => {
    expect(tell('a', withCode(code)).message).toBe(line)
  })

  it('an error of another kind is thrown on', () => {
    expect(() => readingFailure('a', new RangeError('x'))).toThrow(RangeError)
  })
})

describe('writing several files', () => {
  it('replaces what is there, through a link as well', () => {
    writeFileSync(at('old.txt'), 'old')
    symlinkSync(at('old.txt'), at('link.txt'))
    writeFiles([{ path: at('link.txt'), content: 'new' }])
    expect(readFileSync(at('old.txt'), 'utf8')).toBe('new')
    expect(readFileSync(at('link.txt'), 'utf8')).toBe('new')
  })

  it('leaves everything as it was when one of them cannot be written', () => {
    mkdirSync(at('several/is-folder'), { recursive: true })
    writeFileSync(at('several/one.txt'), 'old')
    const files = ['one.txt', 'is-folder', 'three.txt'].map((name) => ({ path: at(`several/${name}`), content: 'new' }))
    expect(() => writeFiles(files)).toThrow(new Failure(`“${at('several/is-folder')}”是目录，这里要一个文件。`))
    expect(readFileSync(at('several/one.txt'), 'utf8')).toBe('old')
    expect(readdirSync(at('several')).sort()).toEqual(['is-folder', 'one.txt'])
  })

  it('takes away the folders it made when the work fails, and no other', () => {
    const fail = () => {
      throw new Failure('x')
    }
    mkdirSync(at('there'))
    expect(() => inFolder(at('there/a/b'), fail)).toThrow('x')
    expect(readdirSync(at('there'))).toEqual([])
    expect(() => inFolder(at('there'), fail)).toThrow('x')
    expect(existsSync(at('there'))).toBe(true)
  })
})
