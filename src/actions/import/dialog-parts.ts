/** Looks and script of the import's dialog. The looks are added to those of the sidebar. */
import { importWords as words } from '../../words/import'
import { failureText } from '../sidebar/failure'

export const dialogStyle = `
h1{font-size:17px;margin:0 0 8px}
#shown ul>li{border:1px solid #c4c7cc;border-left:4px solid #1a56a0;border-radius:4px;padding:6px;margin:6px 0}
#shown ul>.error{border-left-color:#b3261e}#shown ul>.warning{border-left-color:#8a5300}
#paste{height:18em}label{display:block;margin:6px 0}.box.warning{border-left-color:#8a5300}
#file{position:absolute;opacity:0;width:1px;height:1px}
.pick{display:inline-block;border:1px solid #1a56a0;border-radius:4px;color:#17498a;padding:2px 10px;margin-left:10px;cursor:pointer}
.pick:hover{background:#e8f0fb}#file:focus-visible+label .pick{outline:3px solid #1a56a0;outline-offset:1px}
fieldset{border:1px solid #b3261e;border-radius:4px;margin:8px 0}legend{font-weight:bold}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:6px 0}
thead th{width:22%}thead th:nth-child(1){width:3.6em}thead th:nth-child(2){width:4.6em}thead th:nth-child(3){width:auto}
th,td{border:1px solid #c4c7cc;padding:2px 6px;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:anywhere}
thead th{background:#f3f6fb}.replaces{background:#fff4d6}td:first-child{text-align:center}
td p{white-space:pre-wrap}
.end{position:sticky;bottom:0;background:#fff;padding:8px 0;display:flex;gap:8px}#say{bottom:52px}
.main{background:#1a56a0;color:#fff}.main:hover{background:#17498a}[hidden]{display:none}`

/**
 * The browser decodes text files. Other files are sent in base 64. The preview returns what was read, and the dialog
 * sends that back with each choice, so the file itself is sent once.
 */
export const dialogScript = (into: string): string => `(()=>{
const at=id=>document.getElementById(id),all=query=>[...shown.querySelectorAll(query)]
const main=at('main'),say=at('say'),give=at('give'),shown=at('shown'),area=at('paste'),into='${into}'
const texts={txt:'text',md:'text',html:'html',htm:'html',json:'json'}
let given,pasted,next,busy
const end=text=>{busy=false;main.removeAttribute('aria-busy');say.textContent=text||''}
const call=(name,args,done)=>{
if(busy)return
busy=true;main.ariaBusy='true';say.textContent='${words.page.wait}'
google.script.run.withSuccessHandler(value=>{end();done(value)}).withFailureHandler(error=>end((${failureText})(error)))[name](...args)}
const show=isShown=>{shown.hidden=!isShown;give.hidden=isShown;main.focus();scrollTo(0,0)}
const chosen=()=>all('[type=radio]:checked').map(radio=>radio.value)
const draw=({source,html},id)=>{
const kept=new Map(all('[data-tick]').map(box=>[box.dataset.tick,box.checked]))
given=source
shown.innerHTML=html
for(const box of all('[data-tick]'))box.checked=kept.get(box.dataset.tick)??box.checked
if(at(id))at(id).focus();else show(true)}
const look=(source,choices,id)=>call('previewImport',[{into,source,choices}],answer=>draw(answer,id))
const first=source=>{shown.innerHTML='';look(source,[])}
const decoded=bytes=>{
const by=(name,fatal)=>new TextDecoder(name,{fatal}).decode(bytes)
if(bytes[0]===255&&bytes[1]===254)return by('utf-16le')
if(bytes[0]===254&&bytes[1]===255)return by('utf-16be')
try{return by('utf-8',true)}catch{return by('gb18030')}}
const open=file=>{
const kind=file.name.split('.').pop().toLowerCase(),name=file.name,reader=new FileReader()
if(file.size>15e6)return end('${words.page.tooLarge}')
reader.onload=()=>{
const isText=kind in texts
first(isText?{name,kind:texts[kind],content:decoded(new Uint8Array(reader.result))}:{name,kind,content:reader.result.split(',')[1]||''})}
if(kind in texts)reader.readAsArrayBuffer(file);else reader.readAsDataURL(file)}
area.onpaste=({clipboardData})=>{
const html=clipboardData.getData('text/html')
next=/<table/i.test(html)?html:''}
area.oninput=()=>{pasted=next?{html:next,text:area.value}:null;next=''}
const acts={
look(){
const plain=area.value
first(pasted&&pasted.text===plain?{name:'',kind:'html',content:pasted.html,plain}:{name:'',kind:'text',content:plain})},
back(){show(false)},
apply(){
const ticks=all('[data-tick]:checked').map(box=>box.dataset.tick)
if(!ticks.length)return end('${words.noTick}')
call('applyImport',[{into,source:given,choices:chosen(),ticks}],({html})=>{shown.innerHTML=html;main.focus()})},
undo({dataset}){call('undoRepair',[dataset.id],({message})=>{end(message);all('[data-do=undo]').forEach(button=>button.remove())})},
close(){google.script.host.close()}}
document.onclick=({target})=>{
const button=target.closest('[data-do]')
if(button)acts[button.dataset.do](button)}
document.onchange=({target})=>{
const {all:group}=target.dataset
if(target.id==='file'&&target.files[0]){open(target.files[0]);target.value=''}
if(target.type==='radio')look(given,chosen(),target.id)
if(group)all('[data-group='+group+']').forEach(box=>{box.checked=target.checked})}
})()`
