/** The page of 自检: the results, the two probes that need it, and the text to copy. */
import { escaped, failureText, tag, text } from '../../actions'
import { probeWords, selfTestWords as words } from '../../words/self-test'
import { textOf, type Listing } from './results'

const style = `
body{margin:0;padding:12px;font:14px/1.6 "Microsoft YaHei","PingFang SC",sans-serif;color:#202124}
ul{margin:8px 0;padding:0}li{list-style:none;border-left:4px solid #1a7f37;padding:2px 8px;margin:4px 0}
li.differs{border-color:#b3261e;background:#fdeceb}li.refused{border-color:#8a5300;background:#fff4d6}
li.waiting{border-color:#5f6368}
button{font:inherit;border:1px solid #1a56a0;border-radius:4px;background:#fff;color:#17498a;padding:2px 10px;
margin-left:8px}
textarea{box-sizing:border-box;width:100%;height:9em;font:inherit}`

/** Sends 100 KB as soon as it is shown; puts in the results that come back, in the list and in the text to copy. */
const script = `(()=>{
const at=id=>document.getElementById(id),say=at('say'),copy=at('copy')
const put=line=>{const row=at('c-'+line.id);row.className=line.state;row.firstChild.textContent=line.text;copy.value+='\\n'+line.text}
const cut=step=>{if(step!=='page')return
const told=at('c-page').firstChild;told.textContent=told.textContent.replace('${words.waitingPage}','${words.pageCut}')}
const run=(step,text,done)=>google.script.run.withSuccessHandler(done)
.withFailureHandler(error=>{cut(step);say.textContent='${words.failed}'+(${failureText})(error)}).selfTest(step,text)
const big=Array.from({length:12800},(_,at)=>String(at%1e8).padStart(8,'0')).join('')
run('page',big,answer=>put(answer.echo===big?answer.line:answer.cut))
at('prepare').onclick=()=>run('prepare','',answer=>{say.textContent=answer.message})
at('see').onclick=()=>run('see','',answer=>put(answer.line))
at('take').onclick=()=>{copy.focus();copy.select();document.execCommand('copy');say.textContent='${words.copied}'}
})()`

const button = (id: string, label: string): string => tag('button', { type: 'button', id }, label)

const waiting = (id: 'page' | 'paste', told: string, ...inner: string[]): string =>
  tag(
    'li',
    { id: `c-${id}`, class: 'waiting' },
    tag('span', {}, `${words.states.waiting}　${probeWords[id].assumes}。${told}`),
    ...inner,
  )

export function selfTestPage(listing: Listing): string {
  const rows = listing.lines.map((line) => tag('li', { class: line.state }, escaped(line.text)))
  const main = [
    ...listing.head.split('\n').map(text),
    tag(
      'ul',
      {},
      ...rows,
      waiting('page', words.waitingPage),
      waiting('paste', words.waitingPaste, button('prepare', words.preparePaste), button('see', words.seePaste)),
    ),
    text(listing.end),
    tag('p', {}, tag('label', { for: 'copy' }, words.textLabel), button('take', words.copy)),
    tag('textarea', { id: 'copy', readonly: true }, escaped(textOf(listing))),
    tag('p', { id: 'say', role: 'status', 'aria-live': 'polite' }),
  ]
  return (
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${words.title}</title>` +
    `<style>${style}</style></head><body>${main.join('')}<script>${script}</script></body></html>`
  )
}
