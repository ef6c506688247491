import { describe, expect, it } from '@jest/globals'
import { readSource } from '../../../src/intake'

const TITLE = '某市某局2025年政府信息公开工作年度报告'
const ISSUED = 'table2.regulations.issued'
const HEADS = '<tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>'
const ROWS =
  '<tr><td>规章</td><td>8</td><td>2</td><td>3</td></tr><tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr>'

/** What a page's table 2 gives: its first row and last figure, and what is told of hidden text. */
function seen(table: string, css = '', head = '') {
  const { report, findings } = readSource(
    `<html><head>${head}<style>${css}</style></head><body><h1>${TITLE}</h1><p>一、总体情况</p><p>全年平稳有序。</p>
     <p>二、主动公开政府信息情况</p>${table}</body></html>`,
    'html',
  )
  const { figures } = report
  return {
    figures: [figures[ISSUED], figures['table2.regulations.repealed'], figures['table2.normativeDocuments.inForce']],
    told: findings
      .filter(({ rule }) => /^READ\.(?:HIDDEN|MARK|STRUCK|FOLDED)$/.test(rule))
      .map(({ rule, cells }) => [rule, ...cells.map(({ id }) => id)].join(' ')),
  }
}

const whole = `<table class="tb">${HEADS}${ROWS}</table>`
const first = (cell: string, attributes = '') =>
  `<table class="tb">${HEADS}<tr><td>规章</td><td${attributes}>${cell}</td><td>2</td><td>3</td></tr><tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>`

const all = { figures: [8, 2, 6], told: [] }
const told = { figures: [8, 2, 6], told: [`READ.HIDDEN ${ISSUED}`] }
const doubted = { figures: [8, 2, 6], told: ['READ.HIDDEN'] }
const lost = { figures: [null, 2, 6], told: [`READ.HIDDEN ${ISSUED}`] }

describe('letters of the colour of their ground', () => {
  it.each<[string, string, object]>([
    ['white ones are hidden', first('<font color="#FFF">9</font>8'), told],
    ['as rgb()', first('<span style="color:rgb(255, 255, 255)">9</span>8'), told],
    ['as a name', first('<span style="color:WHITE">9</span>8'), told],
    ['of any colour', first('<span style="color:#EEE">9</span>8', ' style="background:#eeeeee"'), told],
    ['of no colour', first('<span style="color:transparent">9</span>8'), told],
    ['no colour on a ground', first('<span style="color:rgba(0,0,0,0)">9</span>8', ' bgcolor="#03c"'), told],
    ['white ones on a coloured cell', first('<font color=white>8</font>', ' bgcolor="#0033cc"'), all],
    ['on a coloured row', first('<font color=white>8</font>').replaceAll('<tr>', '<tr bgcolor=blue>'), all],
    ['on a coloured table', first('<font color=white>8</font>').replace('<table', '<table bgcolor=navy'), all],
    ['on a picture', first('<font color=white>8</font>', ' background="a.png"'), all],
    ['on a picture by its style', first('<font color=white>8</font>', ' style="background:url(a.png) #fff"'), all],
    ['on colours that run', first('<font color=white>8</font>', ' style="background:linear-gradient(red,blue)"'), all],
    [
      'on a white cell of a coloured row',
      first('<font color=white>9</font>8', ' bgcolor="#fff"').replaceAll('<tr>', '<tr bgcolor=blue>'),
      told,
    ],
    [
      'on a clear cell of a coloured row',
      first('<font color=white>8</font>', ' style="background:transparent"').replaceAll('<tr>', '<tr bgcolor=blue>'),
      all,
    ],
  ])('%s', (_, table, expected) => {
    expect(seen(table)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['inherit', 'inherit'],
    ['initial, which is black', 'initial'],
    ['currentcolor', 'currentColor'],
    ['unset', 'unset'],
  ])('are those around for %s', (_, colour) => {
    expect(seen(first(`<span style="color:${colour}">8</span>`))).toEqual(all)
    const inWhite = seen(first(`<span style="color:#fff">9<b style="color:${colour}">8</b></span>`))
    expect(inWhite).toEqual(colour === 'initial' ? told : lost)
  })
})

describe('a stylesheet of which all rules are followed', () => {
  it.each<[string, string, string, object]>([
    ['a class that hides', '.h{display:none}', first('8<i class="h">9</i>'), told],
    ['an id that hides', '#h{visibility:hidden}', first('8<i id="h">9</i>'), told],
    [
      'two classes, in either order',
      '.on.pane{display:inline}.pane{display:none}',
      first('<i class="on pane">8</i>'),
      all,
    ],
    [
      'a later rule of a class as close',
      '.pane{display:none}.on{display:inline}',
      first('<i class="on pane">8</i>'),
      all,
    ],
    ['a closer rule before', 'i.on{display:inline}.pane{display:none}', first('<i class="on pane">8</i>'), all],
    [
      'an important rule before',
      '.on{display:inline!important}.pane{display:none}',
      first('<i class="on pane">8</i>'),
      all,
    ],
    ['its own style over a rule', '.pane{display:none}', first('<i class="pane" style="display:inline">8</i>'), all],
    [
      'an important rule over its own style',
      '.pane{display:none !important}',
      first('8<i class="pane" style="display:inline">9</i>'),
      told,
    ],
    ['a rule for the pointer', 'i:hover{color:red}.h{display:none}', first('8<i class="h">9</i>'), told],
    ['a rule for print', '@media print{.h{display:inline}}.h{display:none}', first('8<i class="h">9</i>'), told],
    [
      'fonts and movement',
      '@font-face{font-family:a}@keyframes x{from{opacity:0}}.h{display:none}',
      first('8<i class="h">9</i>'),
      told,
    ],
    [
      'a rule of other things below an element',
      '.tb td{padding-left:9px}.h{display:none}',
      first('8<i class="h">9</i>'),
      told,
    ],
    [
      'a size of nothing around sizes',
      '.wrap{font-size:0}',
      first('<div class="wrap"><span style="font-size:14px">8</span></div>'),
      all,
    ],
    ['a size of nothing', '.wrap{font-size:0}', first('8<span class="wrap">9</span>'), told],
    ['everything', '*{color:#333}', whole, all],
  ])('%s', (_, css, table, expected) => {
    expect(seen(table, css)).toEqual(expected)
  })
})

describe('a stylesheet of which a rule went unfollowed hides no more than a piece of a cell', () => {
  const LINK = '<link rel="stylesheet" href="a.css">'
  it.each<[string, string, string, object, string?]>([
    ['white heads on a ground', '.tb th{color:#fff;background:#03c}', whole, all],
    ['white heads, the ground elsewhere', 'th{color:#fff}.tb th{background:#03c}', whole, all],
    [
      'white heads by a class inside',
      '.w{color:#fff}.tb th{background:#03c}',
      whole.replaceAll('<th>', '<th><span class="w">').replaceAll('</th>', '</span></th>'),
      all,
    ],
    ['white figures', 'td{color:#fff}.tb td{background:#03c}', whole, doubted],
    ['a white piece', '.w{color:#fff}.tb td{background:#03c}', first('8<span class="w">9</span>'), told],
    ['a hidden table that is shown again', '.tb{display:none}.page .tb{display:table}', whole, doubted],
    ['hidden cells that are shown again', 'td{display:none}.tb td{display:table-cell}', whole, doubted],
    ['a hidden table, the rest in another file', '.tb{display:none}', whole, doubted, LINK],
    ['a hidden table for wide screens', '.tb{display:none}@media (min-width:1px){.tb{display:table}}', whole, doubted],
    ['a hidden piece, the rest in another file', '.h{display:none}', first('8<i class="h">9</i>'), told, LINK],
    [
      'sizes that children set',
      '.wrap{font-size:0}.wrap td{font-size:14px}',
      `<div class="wrap">${whole}</div>`,
      doubted,
    ],
    ['its own style, which hides all the same', '.a .b{display:block}', first('8<i style="display:none">9</i>'), told],
    ['a rule about colours alone', '.a .b{color:red}.h{display:none}', first('8<i class="h">9</i>'), told],
  ])('%s', (...[, css, table, expected, head]) => {
    expect(seen(table, css, head)).toEqual(expected)
  })
})
