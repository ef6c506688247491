/** Looks and script of the sidebar. The script calls commands and shows what they return. */
import { sidebarWords as words } from '../../words/sidebar'
import { failureText } from './failure'

export const style = `
*{box-sizing:border-box}
body{margin:0;padding:10px;font:14px/1.6 "Microsoft YaHei","PingFang SC",sans-serif;color:#202124}
h2{font-size:15px;margin:16px 0 6px}p,ul{margin:4px 0;padding:0}li{list-style:none}
#main>ul>li,.box{border:1px solid #c4c7cc;border-left:4px solid #1a56a0;border-radius:4px;padding:8px;margin:8px 0}
#main>ul>.error{border-left-color:#b3261e}#main>ul>.warning{border-left-color:#8a5300}
.sign{font-weight:bold;margin-right:10px;color:#1a56a0}.sign.error{color:#b3261e}.sign.warning{color:#7a4a00}
.box{background:#f3f6fb}#stale{background:#fff4d6}
.small{font-size:13px;color:#4a4e54}
button,textarea,select{font:inherit}select{margin-right:8px;padding:2px}
button{border:1px solid #1a56a0;border-radius:4px;background:#fff;color:#17498a;padding:2px 10px;cursor:pointer}
button:hover{background:#e8f0fb}
.go{border:0;padding:0;text-align:left;text-decoration:underline;text-underline-offset:3px}
.repair{border-top:1px dashed #b5b9bf;margin-top:6px;padding-top:6px}
textarea{width:100%;height:5em}[rows]{height:2.2em}label{display:block}.draft{white-space:pre-wrap}
summary{cursor:pointer;color:#17498a}
:focus-visible{outline:3px solid #1a56a0;outline-offset:1px}#main{outline:0}
[aria-busy] button{opacity:.6}
#say{position:sticky;bottom:0;max-height:7em;overflow:auto;background:#202124;color:#fff;border-radius:4px;padding:6px 10px}
#say:empty{display:none}`

/**
 * Buttons carry the function to call and its arguments. What a call returns replaces the sidebar's contents; what was unfolded, typed
 * and focused stays; the keyboard is not taken from the cells. When the person comes back to the sidebar, it asks whether
 * the workbook has changed meanwhile. A host that knows of a change sends the event `changed`.
 */
export const script = `(()=>{
const at=id=>document.getElementById(id),main=at('main'),say=at('say')
let busy=false,asked=Date.now(),told
const end=text=>{busy=false;main.removeAttribute('aria-busy');say.textContent=text||'';clearTimeout(told);told=setTimeout(()=>{if(!busy)say.textContent=''},15e3)}
const call=(name,args,done)=>
google.script.run.withSuccessHandler(done).withFailureHandler(error=>end((${failureText})(error)))[name](...args)
const draw=({html,message})=>{
if(html===undefined)return end(message)
const kept=main.querySelectorAll('details,textarea,select'),id=document.activeElement.id
main.innerHTML=html
for(const was of kept){const now=at(was.id);if(now){now.open=was.open;if(was.value)now.value=was.value}}
if(document.hasFocus())(at(id)||main).focus()
end(message)}
document.onclick=({target})=>{
const button=target.closest('[data-call]')
if(!button||busy)return
const name=button.dataset.call,args=JSON.parse(button.dataset.args),field=at(button.dataset.field)
if(field){
if(!field.value.trim()){say.textContent='${words.reasonMissing}';return field.focus()}
args.push(field.value)}
if('form' in button.dataset){
const form={}
for(const typed of main.querySelectorAll('[name]'))form[typed.name]=typed.value
args.push(form)}
if(name==='goToCell')return call(name,args,()=>{})
busy=true;main.ariaBusy='true';say.textContent='${words.wait}'
call(name,args,draw)}
const ask=()=>{
const stale=at('stale')
if(busy||!stale)return
asked=Date.now()
call('areFindingsFresh',[stale.dataset.state],fresh=>{
if(fresh===null)call('refreshFindings',[true],now=>busy||draw(now))
else at('stale').hidden=fresh})}
onfocus=document.documentElement.onmouseenter=()=>{if(Date.now()-asked>5e3)ask()}
addEventListener('changed',ask)
})()`
